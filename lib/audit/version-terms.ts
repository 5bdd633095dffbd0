import { createHash } from "node:crypto";
import type { Item, Version, VersionText } from "@/db/schema";
import { canonical } from "@/verifier/trail/canonical";

type Terms = {
  version: Pick<
    Version,
    "effectiveFrom" | "publishedAt" | "earlierAnswersUntil" | "answersLastMonths" | "reviewBy" | "sameIn"
  >;
  texts: readonly Pick<VersionText, "language" | "changeSummary" | "sayAloud">[];
  /** In their order. */
  uses: readonly Pick<Item, "key" | "leavesPractice" | "mostViewers" | "copyForPatient">[];
};

/** The fingerprint of what a version is beside its words: how long answers count, what changed, and its uses as facts. */
export function versionTermsSha256({ version, texts, uses }: Terms): string {
  const said = texts.toSorted((a, b) => (a.language < b.language ? -1 : 1));
  const terms = {
    effectiveFrom: version.effectiveFrom.toISOString(),
    publishedAt: version.publishedAt.toISOString(),
    earlierAnswersUntil: version.earlierAnswersUntil?.toISOString(),
    answersLastMonths: version.answersLastMonths ?? undefined,
    reviewBy: version.reviewBy ?? undefined,
    sameIn: version.sameIn.toSorted(),
    texts: said.map(({ language, changeSummary, sayAloud }) => ({
      language,
      // As the database keeps them.
      changeSummary: changeSummary?.toWellFormed(),
      sayAloud: sayAloud?.toWellFormed(),
    })),
    uses: uses.map(({ key, leavesPractice, mostViewers, copyForPatient }) => ({
      key,
      leavesPractice: leavesPractice ?? undefined,
      mostViewers: mostViewers ?? undefined,
      copyForPatient: copyForPatient ?? undefined,
    })),
  };
  return createHash("sha256").update(canonical(terms), "utf8").digest("hex");
}
