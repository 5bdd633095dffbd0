import type { todayPage } from "./today";
import type { TodayLine } from "./today-lines";

/** Every line of a kind on Today, whosever it is. */
export function linesAbout<What extends TodayLine["what"]>(
  { mine, others }: Pick<Awaited<ReturnType<typeof todayPage>>, "mine" | "others">,
  what: What,
): Extract<TodayLine, { what: What }>[] {
  const all = [...mine, ...others].flatMap(({ lines }) => lines);
  return all.filter((line): line is Extract<TodayLine, { what: What }> => line.what === what);
}
