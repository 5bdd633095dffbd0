import type { PublishField } from "@/lib/drafts/publish-problems";
import type { SaidProblem } from "./preview";

export type Problems = {
  /** The sentences that stand at a place of the sheet. */
  at: (field: PublishField) => string[];
  of: (reason: SaidProblem["reason"]) => SaidProblem[];
};

/** What is said of the texts stands with them from the first. */
const aboutTexts: PublishField[] = ["texts", "languages", "unread", "behind"];

export function problemsIn(found: readonly SaidProblem[]): Problems {
  return {
    at: (field) => found.filter((problem) => problem.field === field).map(({ sentence }) => sentence),
    of: (reason) => found.filter((problem) => problem.reason === reason),
  };
}

/** What stands beside a field once publishing was tried. */
export function besideField(found: readonly SaidProblem[]): SaidProblem[] {
  return found.filter(({ field }) => !aboutTexts.includes(field));
}
