export type Shown = { date: string; time: string; both: string; zone: string };

/** A time as the practice's clock shows it, with the zone named; Spanish uses the 24-hour clock. */
export function shownTime(at: Date, timeZone: string, language: string): Shown {
  const locale = language === "es" ? "es-US" : "en-US";
  const clock = { hour: "numeric", minute: "2-digit", hour12: language !== "es", timeZone } as const;
  const day = { year: "numeric", month: "short", day: "numeric", timeZone } as const;
  const date = new Intl.DateTimeFormat(locale, day).format(at);
  const time = new Intl.DateTimeFormat(locale, clock).format(at);
  const named = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }).formatToParts(at);
  const zone = named.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
  return { date, time, both: `${date}, ${time}`, zone };
}
