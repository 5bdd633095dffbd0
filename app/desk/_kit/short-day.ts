import { getLocale } from "next-intl/server";
import { dateFormat } from "@/lib/date-format";

/** A day for narrow columns: the year stands only when it is not this one. */
export async function shortDays(timeZone: string, now: Date): Promise<(at: Date | null) => string> {
  const locale = (await getLocale()) === "es" ? "es-US" : "en-US";
  const year = dateFormat(locale, { year: "numeric", timeZone });
  const short = dateFormat(locale, { month: "short", day: "numeric", timeZone });
  const long = dateFormat(locale, { year: "numeric", month: "short", day: "numeric", timeZone });
  const thisYear = year.format(now);
  return (at) => (at ? (year.format(at) === thisYear ? short : long).format(at) : "");
}
