import { and, eq } from "drizzle-orm";
import { accessTestFiles } from "@/db/schema";
import type { Context, PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { env } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { fileName } from "@/lib/file-name";
import { readPractice, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { nameInFiles } from "@/lib/patients/file-names";
import { getPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { openUnaltered } from "@/lib/sealed-value";
import { findTest } from "./queries";

const sampleTitle: Record<Language, string> = { en: "Sample", es: "Muestra" };

/** Hands the sample to the one person it was made for. */
export async function openSample(
  ctx: PatientContext,
  testId: string,
): Promise<{ bytes: Buffer; called: string }> {
  return readPractice(ctx, async (tx, now) => {
    const test = await findTest(tx, ctx, testId);
    const isTheirs = test?.userId === ctx.userId && ctx.patientIds.includes(test.patientId);
    const file = isTheirs && (await findSample(tx, ctx, testId));
    if (!file) throw new NotFound();
    const bytes = openUnaltered(env().masterKey, filePlace(ctx, file.id), file.sealed);
    if (!bytes) throw new Refused("document-damaged");
    const patient = await getPatient(tx, ctx, test.patientId);
    const { timeZone } = await getPractice(tx, ctx);
    const named = { title: sampleTitle[patient.language], name: await nameInFiles(tx, ctx, patient) };
    return { bytes, called: fileName({ ...named, day: today(now, timeZone) }, "pdf") };
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
