import { and, eq } from "drizzle-orm";
import { accessTestFiles } from "@/db/schema";
import type { Context, PatientContext } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { readPractice, type Tx } from "@/lib/in-practice";
import { openUnaltered } from "@/lib/sealed-value";
import { findTest } from "./queries";

/** Hands the sample to the one person it was made for. */
export async function openSample(ctx: PatientContext, testId: string): Promise<Buffer> {
  return readPractice(ctx, async (tx) => {
    const test = await findTest(tx, ctx, testId);
    const isTheirs = test?.userId === ctx.userId && ctx.patientIds.includes(test.patientId);
    const file = isTheirs && (await findSample(tx, ctx, testId));
    if (!file) throw new NotFound();
    const bytes = openUnaltered(env().masterKey, filePlace(ctx, file.id), file.sealed);
    if (!bytes) throw new Refused("document-damaged");
    return bytes;
  });
}

export async function findSample(tx: Tx, { practiceId }: Context, testId: string) {
  const [file] = await tx
    .select({ id: accessTestFiles.id, sealed: accessTestFiles.sealed })
    .from(accessTestFiles)
    .where(and(eq(accessTestFiles.practiceId, practiceId), eq(accessTestFiles.testId, testId)));
  return file ?? null;
}

export function filePlace({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "access_test_files", column: "sealed", rowId };
}
