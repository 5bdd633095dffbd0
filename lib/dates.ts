import { Temporal } from "temporal-polyfill";
import { dateFormat } from "./date-format";

/** The calendar day it is in a time zone, as YYYY-MM-DD. */
export function today(now: Date, timeZone: string): string {
  return dateFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
}

/** The first moment of a calendar day (YYYY-MM-DD) in a time zone; where clocks jump over midnight, the first there is. */
export function startOfDay(day: string, timeZone: string): Date {
  return asDate(Temporal.PlainDate.from(day).toZonedDateTime(timeZone));
}

/**
 * When an answer given now ends that counts for so many months: with the last moment of the same day of that month,
 * or of the month's last day where it has no such day. Null counts until it is taken back.
 */
export function endOfAnswer(months: number | null, now: Date, timeZone: string): Date | null {
  if (months === null) return null;
  const last = Temporal.PlainDate.from(today(now, timeZone)).add({ months });
  return asDate(last.add({ days: 1 }).toZonedDateTime(timeZone));
}

/** So many calendar days after a day (YYYY-MM-DD). */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The first moment from `now` on that is outside the quiet hours, from and until a time of day (HH:MM) in a time zone. */
export function afterQuietHours(
  now: Date,
  {
    quietFrom,
    quietUntil,
    timeZone,
  }: { quietFrom: string | null; quietUntil: string | null; timeZone: string },
): Date {
  if (!quietFrom || !quietUntil || quietFrom === quietUntil) return now;
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const from = Temporal.PlainTime.from(quietFrom);
  const until = Temporal.PlainTime.from(quietUntil);
  const time = here.toPlainTime();
  const isPast = (other: Temporal.PlainTime) => Temporal.PlainTime.compare(time, other) >= 0;
  const overNight = Temporal.PlainTime.compare(from, until) > 0;
  const isQuiet = overNight ? isPast(from) || !isPast(until) : isPast(from) && !isPast(until);
  if (!isQuiet) return now;
  const day = here.toPlainDate().add({ days: overNight && isPast(from) ? 1 : 0 });
  return asDate(day.toZonedDateTime({ timeZone, plainTime: until }));
}

function asDate(zoned: Temporal.ZonedDateTime): Date {
  return new Date(zoned.epochMilliseconds);
}
