import { afterQuietHours } from "@/lib/dates";
import type { Leaving } from "./rules";

/** What the practice says about the hours in which mail leaves. */
export type Hours = {
  quietFrom: string | null;
  quietUntil: string | null;
  timeZone: string;
  stopMinutes: number;
};

/** Null leaves at once. */
export function leavesAt(leaving: Leaving, now: Date, hours: Hours): Date | null {
  if (leaving === "at-once") return null;
  const stoppable = windowEnd(now, hours);
  return leaving === "in-the-morning" ? afterQuietHours(stoppable, hours) : stoppable;
}

/** Nobody is woken unless somebody decides so. Mail to one leaves at once by day; mail to several can be stopped. */
export function usualLeaving(patients: number, now: Date, hours: Hours): Leaving {
  if (patients <= 1) return isQuiet(now, hours) ? "in-the-morning" : "at-once";
  return wakesPeople(now, hours) ? "in-the-morning" : "after-window";
}

/** The ways that differ now, each with its time. */
export function waysToLeave(now: Date, hours: Hours): { leaving: Leaving; at: Date | null }[] {
  const ways: Leaving[] = ["at-once"];
  if (hours.stopMinutes > 0) ways.push("after-window");
  if (wakesPeople(now, hours)) ways.push("in-the-morning");
  return ways.map((leaving) => ({ leaving, at: leavesAt(leaving, now, hours) }));
}

/** Whether mail that leaves now, or when it can no longer be stopped, arrives in the quiet hours. */
function wakesPeople(now: Date, hours: Hours): boolean {
  return isQuiet(now, hours) || isQuiet(windowEnd(now, hours), hours);
}

/** When mail leaves about which nobody said when: at the end of the quiet hours, or null at once. */
export function leavesQuietly(now: Date, hours: Hours): Date | null {
  return isQuiet(now, hours) ? afterQuietHours(now, hours) : null;
}

function isQuiet(now: Date, hours: Hours): boolean {
  return afterQuietHours(now, hours) > now;
}

function windowEnd(now: Date, { stopMinutes }: Hours): Date {
  return new Date(now.getTime() + stopMinutes * 60_000);
}
