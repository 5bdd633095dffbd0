"use client";

import { useLocale, useTranslations } from "next-intl";
import { shownDay } from "@/app/desk/_kit/day";
import type { PublishField, PublishProblem } from "@/lib/drafts/publish-problems";
import type { Choices, Sheet } from "./choices";

export type Problems = {
  /** The sentences that stand at a place of the sheet; those about the text from the first, others once it was tried. */
  at: (field: PublishField | "change") => string[];
  of: (reason: PublishProblem["reason"]) => PublishProblem[];
  say: (problem: PublishProblem) => string;
  /** Whether something is open that the server is not asked about. */
  local: boolean;
};

const fromTheFirst: PublishField[] = ["texts", "languages", "unread"];

export function useProblems(
  found: readonly PublishProblem[],
  choices: Choices,
  page: Sheet,
  isTried: boolean,
): Problems {
  const words = useTranslations("refusals");
  const language = useLocale();
  const say = ({ reason, details }: PublishProblem) =>
    words(reason, {
      ...details,
      part: page.parts[details.part ?? ""] ?? "",
      since: details.since ? shownDay(details.since, language) : "",
    });
  const empty = new Map<string, string>([
    ...(choices.change ? [] : [["change", words("choose-one")] as const]),
    ...(choices.effectiveOn ? [] : [["effectiveOn", words("day-malformed")] as const]),
    ...(choices.reviewBy ? [] : [["reviewBy", words("day-malformed")] as const]),
  ]);
  return {
    say,
    local: empty.size > 0,
    of: (reason) => found.filter((problem) => problem.reason === reason),
    at: (field) => {
      if (!isTried && !fromTheFirst.some((one) => one === field)) return [];
      const own = empty.get(field);
      return own ? [own] : found.filter((problem) => problem.field === field).map(say);
    },
  };
}
