import type { z } from "zod";

/** A refusal about one field, by the shape of what was sent; words for each are among the refusals. */
export type InputRefusal =
  | "field-missing"
  | "text-too-long"
  | "text-too-short"
  | "choose-one"
  | "too-many-chosen"
  | "number-out-of-range"
  | "day-malformed"
  | "check-field";

/** The validator's own sentences are for programmers, in English: this says the reason of a refusal instead. */
export function inputReason(issue: z.core.$ZodRawIssue): InputRefusal {
  switch (issue.code) {
    case "too_big":
      return tooMuch(issue.origin);
    case "too_small":
      return tooLittle(issue.origin, issue.input);
    case "invalid_type":
      return issue.input === undefined || issue.input === null ? "field-missing" : "check-field";
    case "invalid_value":
      return "choose-one";
    case "invalid_format":
      return issue.format === "date" ? "day-malformed" : "check-field";
    default:
      return "check-field";
  }
}

function tooMuch(origin: string): InputRefusal {
  if (origin === "string") return "text-too-long";
  return origin === "array" ? "too-many-chosen" : "number-out-of-range";
}

function tooLittle(origin: string, input: unknown): InputRefusal {
  if (origin === "string") return input === "" ? "field-missing" : "text-too-short";
  return origin === "array" ? "choose-one" : "number-out-of-range";
}
