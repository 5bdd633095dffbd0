import { z } from "zod";

/**
 * A day somebody remembers (YYYY-MM-DD); a year typed with two digits is a slip, and is asked about again. PostgreSQL
 * has no year 0000.
 */
export const pastDay = z.iso.date().superRefine((day, context) => {
  if (day < "1900-01-01") context.addIssue({ code: "custom", message: "day-too-early" });
});
