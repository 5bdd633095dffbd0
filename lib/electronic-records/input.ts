import { z } from "zod";
import { digitsIn } from "./rules";

/** What could not be the digits of any sample is not counted as a try. */
export const typedDigits = z
  .string()
  .max(40, "digits-not-four")
  .transform(digitsIn)
  .pipe(z.string().regex(/^\d{4}$/, "digits-not-four"));

export type TryAccessTestInput = { testId: string; digits: string };
