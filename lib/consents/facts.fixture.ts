import type { VersionFacts } from "@/lib/disclosures/rules";
import type { AnswerFacts, RequestFacts, YesOrNo } from "./consent-state";

/** A day of January 2026, for tables of facts. */
export const day = (n: number) => new Date(Date.UTC(2026, 0, n));

export function version(
  id: string,
  number: number,
  effectiveFrom: Date,
  more: Partial<VersionFacts> = {},
): VersionFacts {
  return { id, number, change: "material", effectiveFrom, earlierAnswersUntil: null, sameIn: [], ...more };
}

export function use(key: string, given: YesOrNo, withdrawnAt: Date | null = null) {
  return { itemId: `item-${key}`, key, answer: given, withdrawnAt };
}

/** To the first version on the fifth, yes to one use and no to the other. */
export function answer(more: Partial<AnswerFacts> = {}): AnswerFacts {
  return {
    id: "a1",
    versionId: "v1",
    language: "en",
    answeredAt: day(5),
    expiresAt: null,
    correctedAt: null,
    restsSince: null,
    withoutRecording: [],
    items: [use("look-back", "yes"), use("teaching", "no")],
    ...more,
  };
}

/** About the first version, put on the fourth and still open. */
export function request(more: Partial<RequestFacts> = {}): RequestFacts {
  return {
    id: "r1",
    versionId: "v1",
    askedAt: day(4),
    dueOn: null,
    startedByPatient: false,
    cancelledAt: null,
    declinedAt: null,
    openedAt: null,
    openedVersionId: null,
    talkFirstSince: null,
    ending: null,
    answer: null,
    ...more,
  };
}
