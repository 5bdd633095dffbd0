import { getLocale } from "next-intl/server";
import { shownTime } from "./shown-time";

/** Binds the language of the page and a practice's zone. */
export async function timesIn(timeZone: string) {
  const language = await getLocale();
  return (at: Date) => shownTime(at, timeZone, language);
}
