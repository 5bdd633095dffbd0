import { z } from "zod";

export type FarDayRefusal = "day-years-away";
const mostYears = 5;

/** A day that is planned (YYYY-MM-DD). A mistyped year is asked about again: here by itself, in the rules by today. */
export const comingDay = z.iso.date({ abort: true }).superRefine((day, context) => {
  if (day < "1900-01-01") context.addIssue({ code: "custom", message: "day-too-early" });
  if (day > "2099-12-31") context.addIssue({ code: "custom", message: "day-years-away" });
});

/** Nothing is planned here for longer than this. */
export function whyNotSoFar(days: readonly (string | null)[], today: string): FarDayRefusal | null {
  const last = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
  return days.some((day) => day !== null && day > last) ? "day-years-away" : null;
}
