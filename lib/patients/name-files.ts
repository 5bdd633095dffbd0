import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { fileNameChoices, patients } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { unnamedFiles } from "./file-names";

/** The patient says whether their files carry their name where they are saved; said twice, it is one choice. */
export async function nameFiles(
  ctx: PatientContext,
  { patientId, isNamed }: { patientId: string; isNamed: boolean },
) {
  return inPractice(
    ctx,
    (tx) => lockOwn(tx, ctx, patientId),
    async (tx, now) => {
      const unnamed = await unnamedFiles(tx, ctx, [patientId]);
      if (unnamed.has(patientId) !== isNamed) return;
      const { practiceId, userId } = ctx;
      await tx
        .insert(fileNameChoices)
        .values({ practiceId, id: uuid(), patientId, isNamed, chosenAt: now, chosenBy: userId });
      const kind = isNamed ? "named" : "unnamed";
      await recordEvent(tx, ctx, { name: "patient.files-named", patient: patientId, kind });
    },
  );
}

async function lockOwn(tx: Tx, ctx: PatientContext, patientId: string) {
  const own = ctx.patientIds.includes(patientId) ? [patientId] : [];
  const [found] = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(and(eq(patients.practiceId, ctx.practiceId), inArray(patients.id, own)))
    .for("no key update");
  if (!found) throw new NotFound();
}
