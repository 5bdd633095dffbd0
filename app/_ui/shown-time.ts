import { dateFormat } from "@/lib/date-format";

export type Shown = { date: string; time: string; both: string; zone: string };

/**
 * A time as the practice's clock shows it, with the zone named; Spanish uses the 24-hour clock. On a day that has
 * daylight and standard time both, each time says which, or a later one could look earlier.
 */
export function shownTime(at: Date, timeZone: string, language: string): Shown {
  const locale = language === "es" ? "es-US" : "en-US";
  const clock = { hour: "numeric", minute: "2-digit", hour12: language !== "es", timeZone } as const;
  const day = { year: "numeric", month: "short", day: "numeric", timeZone } as const;
  const days = dateFormat(locale, day);
  const date = days.format(at);
  const clockTime = dateFormat(locale, clock).format(at);
  const zoneAs = (timeZoneName: "short" | "long" | "longGeneric") =>
    nameOf(at, dateFormat(locale, { timeZone, timeZoneName })) ?? timeZone;
  const isTurning = turns(at, timeZone, days);
  const time = isTurning ? `${clockTime} ${zoneAs("short")}` : clockTime;
  const zone = zoneAs(isTurning ? "long" : "longGeneric");
  return { date, time, both: `${date}, ${time}`, zone };
}

const hour = 3_600_000;
/** The longest day has 25 hours; a little more, for zones that turn by less than one. */
const around = Array.from({ length: 53 }, (_, step) => (step - 26) * hour);

/** Whether the clock is put forward or back on the day of this time. */
function turns(at: Date, timeZone: string, days: Intl.DateTimeFormat): boolean {
  const offsets = dateFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const offsetAfter = (ms: number) => nameOf(new Date(at.getTime() + ms), offsets);
  const here = offsetAfter(0);
  if (offsetAfter(-26 * hour) === here && offsetAfter(26 * hour) === here) return false;
  const date = days.format(at);
  return around.some((ms) => days.format(at.getTime() + ms) === date && offsetAfter(ms) !== here);
}

function nameOf(at: Date, format: Intl.DateTimeFormat): string | undefined {
  return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
}
