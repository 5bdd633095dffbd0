import { and, eq } from "drizzle-orm";
import { accessTests, accessTries } from "@/db/schema";
import { lockReachablePatient } from "@/lib/consents/queries";
import type { Context, PatientContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { AccessTestFacts } from "./records-route";

/** The caller's own test, with its patient locked; anybody else's is not found. */
export async function lockOwnTest(tx: Tx, ctx: PatientContext, testId: string) {
  const test = await findTest(tx, ctx, testId);
  if (test?.userId !== ctx.userId) throw new NotFound();
  await lockReachablePatient(tx, ctx, test.patientId);
  return test;
}

export async function findTest(tx: Tx, ctx: Context, testId: string) {
  const [test] = await tx
    .select()
    .from(accessTests)
    .where(and(eq(accessTests.practiceId, ctx.practiceId), eq(accessTests.id, testId)));
  return test ?? null;
}

/** What became of a test so far. */
export async function testFacts(
  tx: Tx,
  ctx: Context,
  test: { id: string; begunAt: Date },
): Promise<AccessTestFacts> {
  const tries = await tx
    .select({ passed: accessTries.passed, triedAt: accessTries.triedAt })
    .from(accessTries)
    .where(and(eq(accessTries.practiceId, ctx.practiceId), eq(accessTries.testId, test.id)));
  return {
    id: test.id,
    begunAt: test.begunAt,
    missed: tries.filter(({ passed }) => !passed).length,
    passedAt: tries.find(({ passed }) => passed)?.triedAt ?? null,
  };
}
