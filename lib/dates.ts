/** The calendar day it is in a time zone, as YYYY-MM-DD. */
export function today(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
}
