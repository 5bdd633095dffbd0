import { daysAfter, today } from "@/lib/dates";

/** Of one question: when it was put, when it was answered, and when it was taken back or let be. */
export type AskedMoments = { askedAt: Date; answeredAt: Date | null; endedAt: Date | null };

/** How many stood where when a day was over; who was taken back or let be waits no more. */
export type ProgressPoint = { day: string; asked: number; answered: number; waiting: number };

/** Longer than so many days, it is told by the week. */
const mostDays = 31;

/**
 * How asking went from the day of the first question until today or, where nobody is waited for any more, until the
 * last day on which something happened; days are those of the practice's zone. Null as long as nobody was asked.
 */
export function campaignProgress(
  questions: readonly AskedMoments[],
  timeZone: string,
  now: Date,
): { everyDays: 1 | 7; points: ProgressPoint[] } | null {
  const dayOf = (at: Date) => today(at, timeZone);
  const all = questions.map(({ askedAt, answeredAt, endedAt }) => ({
    asked: dayOf(askedAt),
    answered: answeredAt && dayOf(answeredAt),
    ended: endedAt && dayOf(endedAt),
  }));
  const days = all
    .flatMap(({ asked, answered, ended }) => [asked, answered ?? ended ?? dayOf(now)])
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;

  const everyDays = daysAfter(first, mostDays) > last ? 1 : 7;
  const points: ProgressPoint[] = [];
  for (let day = daysAfter(first, everyDays - 1); day < last; day = daysAfter(day, everyDays))
    points.push(pointAt(day));
  return { everyDays, points: [...points, pointAt(last)] };

  function pointAt(day: string): ProgressPoint {
    const isOver = (then: string | null) => then !== null && then <= day;
    const asked = all.filter((one) => isOver(one.asked));
    const open = asked.filter((one) => !isOver(one.answered));
    const waiting = open.filter((one) => !isOver(one.ended)).length;
    return { day, asked: asked.length, answered: asked.length - open.length, waiting };
  }
}
