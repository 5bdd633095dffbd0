import { and, eq, inArray, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { accessTests, accessTries } from "@/db/schema";
import { openPatientMailboxes } from "@/lib/auth/row-memberships";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts, type PlacedRequest } from "@/lib/consents/request-facts";
import type { Context } from "@/lib/context";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { type ListedDisclosure, listDisclosures } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import {
  type AccessTestFacts,
  asksForElectronicRecords,
  latestTest,
  type PaperReason,
  passedTest,
  type RecordsRoute,
  recordsRoute,
  testNeededSince,
  whyOnPaper,
} from "./records-route";

/** How a patient may be given what the law wants in writing, and what that rests on. */
export type RecordsState = {
  route: RecordsRoute;
  whyPaper: PaperReason | null;
  /** The text about electronic records, and the open question about it; null while there is none. */
  disclosureId: string | null;
  questionId: string | null;
  /** The test that counts. */
  passedTestId: string | null;
  latestTest: AccessTestFacts | null;
};

const unasked: RecordsState = {
  route: "electronic",
  whyPaper: null,
  disclosureId: null,
  questionId: null,
  passedTestId: null,
  latestTest: null,
};

/** Of one patient; what needs no writing is electronic for everybody. */
export async function recordsStateFor(
  tx: Tx,
  ctx: Context,
  kind: DisclosureKind,
  patientId: string,
  now: Date,
): Promise<RecordsState> {
  return needsWriting(kind) ? recordsState(tx, ctx, patientId, now) : unasked;
}

export async function recordsState(tx: Tx, ctx: Context, patientId: string, now: Date) {
  const disclosures = await listDisclosures(tx, ctx);
  const requests = await listRequestFacts(tx, ctx, [patientId]);
  const standingOf = await recordsStates(tx, ctx, { patientIds: [patientId], disclosures, requests }, now);
  return standingOf(patientId);
}

/** Of several patients, or of the whole practice, over facts that were read already. */
export async function recordsStates(
  tx: Tx,
  ctx: Context,
  of: {
    patientIds: readonly string[] | null;
    disclosures: readonly ListedDisclosure[];
    requests: readonly PlacedRequest[];
  },
  now: Date,
): Promise<(patientId: string) => RecordsState> {
  const asked = of.disclosures.find((disclosure) => asksForElectronicRecords(disclosure, now));
  if (!asked) return () => unasked;
  const { id: disclosureId, versions } = asked;
  const tests = Map.groupBy(await listAccessTests(tx, ctx, of.patientIds), (test) => test.patientId);
  const about = of.requests.filter((request) => request.disclosureId === disclosureId);
  const byPatient = Map.groupBy(about, (request) => request.patientId);
  return (patientId) => {
    const consent = consentState({ versions, requests: byPatient.get(patientId) ?? [] }, now);
    const testSince = testNeededSince(versions, consent.answer?.versionId ?? null);
    const facts = { consent, testSince, tests: tests.get(patientId) ?? [] };
    return {
      route: recordsRoute(facts),
      whyPaper: whyOnPaper(facts),
      disclosureId,
      questionId: consent.question?.requestId ?? null,
      passedTestId: passedTest(facts)?.id ?? null,
      latestTest: latestTest(facts.tests),
    };
  };
}

/** The tests of whoever reads a patient's mailbox now: a patient sees only the own ones, the practice all of them. */
async function listAccessTests(tx: Tx, ctx: Context, patientIds: readonly string[] | null) {
  const { practiceId } = ctx;
  const { id, patientId, userId, begunAt } = accessTests;
  const mailboxes = openPatientMailboxes(tx, ctx);
  return tx
    .select({
      id,
      patientId,
      begunAt,
      missed: sql`count(*) filter (where not ${accessTries.passed})`.mapWith(Number),
      passedAt: sql<Date | null>`min(${accessTries.triedAt}) filter (where ${accessTries.passed})`.mapWith(
        accessTries.triedAt,
      ),
    })
    .from(accessTests)
    .innerJoin(mailboxes, and(eq(mailboxes.rowId, patientId), eq(mailboxes.userId, userId)))
    .leftJoin(accessTries, on(accessTests, accessTries.testId))
    .where(
      and(
        eq(accessTests.practiceId, practiceId),
        patientIds ? inArray(patientId, [...patientIds]) : undefined,
        ctx.kind === "patient" ? eq(userId, ctx.userId) : undefined,
      ),
    )
    .groupBy(id, patientId, begunAt);
}
