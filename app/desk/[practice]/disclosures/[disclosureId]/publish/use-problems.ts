"use client";

import { useTranslations } from "next-intl";
import type { PublishField } from "@/lib/drafts/publish-problems";
import type { Choices } from "./choices";
import type { SaidProblem } from "./preview";

export type Problems = {
  /** The sentences that stand at a place of the sheet; those about the text from the first, others once it was tried. */
  at: (field: PublishField | "change") => string[];
  of: (reason: SaidProblem["reason"]) => SaidProblem[];
  /** Whether something is open that the server is not asked about. */
  local: boolean;
};

const fromTheFirst: PublishField[] = ["texts", "languages", "unread"];

export function useProblems(found: readonly SaidProblem[], choices: Choices, isTried: boolean): Problems {
  const words = useTranslations("formRefusals");
  const empty = new Map<string, string>([
    ...(choices.change ? [] : [["change", words("choose-one")] as const]),
    ...(choices.effectiveOn ? [] : [["effectiveOn", words("day-malformed")] as const]),
    ...(choices.reviewBy ? [] : [["reviewBy", words("day-malformed")] as const]),
  ]);
  return {
    local: empty.size > 0,
    of: (reason) => found.filter((problem) => problem.reason === reason),
    at: (field) => {
      if (!isTried && !fromTheFirst.some((one) => one === field)) return [];
      const own = empty.get(field);
      return own ? [own] : found.filter((problem) => problem.field === field).map(({ sentence }) => sentence);
    },
  };
}
