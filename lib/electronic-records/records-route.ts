import type { ConsentState } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { currentVersion, type VersionFacts } from "@/lib/disclosures/rules";

/** How somebody may be given what the law wants in writing. Reading never depends on it. */
export type RecordsRoute = "electronic" | "consent-first" | "test-first" | "paper";
export type PaperReason = "declined" | "withdrew" | "could-not-open";

export type AccessTestFacts = { id: string; begunAt: Date; missed: number; passedAt: Date | null };

export type RecordsFacts = {
  /** Where the patient stands with the text about electronic records; null while the practice gives out none. */
  consent: ConsentState | null;
  /** Null when any test counts. */
  testSince: Date | null;
  /** Of the person who reads, for this patient. */
  tests: readonly AccessTestFacts[];
};

/** After so many misses a test is over. */
export const mostMisses = 2;

export function recordsRoute(facts: RecordsFacts): RecordsRoute {
  if (!facts.consent) return "electronic";
  if (whyOnPaper(facts)) return "paper";
  if (facts.consent.word !== "given") return "consent-first";
  return passedTest(facts) ? "electronic" : "test-first";
}

/** Paper was chosen, or is what is left (15 USC 7001(c)(1)(B)(i), (C)(ii)). */
export function whyOnPaper({ consent, tests }: RecordsFacts): PaperReason | null {
  if (!consent) return null;
  if (consent.word === "refused") return "declined";
  if (consent.word !== "given" && consent.declinedAt) return "declined";
  if (consent.word === "withdrawn") return "withdrew";
  const latest = latestTest(tests);
  return latest && isOver(latest) ? "could-not-open" : null;
}

export function passedTest({ tests, testSince }: RecordsFacts): AccessTestFacts | null {
  return tests.find(({ passedAt }) => passedAt && (!testSince || passedAt >= testSince)) ?? null;
}

export function latestTest<T extends AccessTestFacts>(tests: readonly T[]): T | null {
  return tests.reduce<T | null>(
    (latest, test) => (latest && latest.begunAt > test.begunAt ? latest : test),
    null,
  );
}

export function isOver({ missed, passedAt }: AccessTestFacts): boolean {
  return passedAt === null && missed >= mostMisses;
}

/**
 * A material text may ask more of a device, so a test counts from when the last such text, up to the one answered,
 * was published: a sample opened before shows nothing about it (15 USC 7001(c)(1)(D)).
 */
export function testNeededSince(
  versions: readonly (Pick<VersionFacts, "id" | "number" | "change"> & { publishedAt: Date })[],
  answeredId: string | null,
): Date | null {
  const answered = versions.find(({ id }) => id === answeredId);
  if (!answered) return null;
  const material = versions.filter(
    ({ number, change }) => change === "material" && number <= answered.number,
  );
  return material.toSorted((a, b) => b.number - a.number)[0]?.publishedAt ?? null;
}

/** Whether the practice gives out a text about electronic records; without one nothing changes. */
export function asksForElectronicRecords(
  disclosure: { kind: DisclosureKind; retiredAt: Date | null; versions: readonly VersionFacts[] },
  now: Date,
): boolean {
  const { kind, retiredAt, versions } = disclosure;
  return kind === "electronic-records-consent" && !retiredAt && currentVersion(versions, now) !== null;
}

export type WritingRefusal = "electronic-records-first" | "access-test-first" | "paper-route";

export function whyNotInWriting(route: RecordsRoute): WritingRefusal | null {
  if (route === "consent-first") return "electronic-records-first";
  if (route === "test-first") return "access-test-first";
  return route === "paper" ? "paper-route" : null;
}
