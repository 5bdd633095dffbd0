import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { earlierAgreementFiles, earlierAgreements, patients, staffMembers } from "@/db/schema";
import type { PatientContext, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";
import type { Ability } from "@/lib/roles";

/** The fingerprints of what is filed with this patient and text. */
export async function listFiled(
  tx: Tx,
  { practiceId }: StaffContext,
  about: { patientId: string; disclosureId: string },
): Promise<string[]> {
  const rows = await tx
    .select({ sha256: earlierAgreements.sha256 })
    .from(earlierAgreements)
    .where(
      and(
        eq(earlierAgreements.practiceId, practiceId),
        eq(earlierAgreements.patientId, about.patientId),
        eq(earlierAgreements.disclosureId, about.disclosureId),
      ),
    );
  return rows.map(({ sha256 }) => sha256);
}

export type EarlierAgreement = Awaited<ReturnType<typeof listAgreements>>[number];

/** What patients agreed to before, the latest first: of one, or of all within reach. */
export async function listAgreements(tx: Tx, ctx: StaffContext | PatientContext, patientId?: string) {
  return tx
    .select({
      id: earlierAgreements.id,
      patientId: earlierAgreements.patientId,
      disclosureId: earlierAgreements.disclosureId,
      form: earlierAgreements.form,
      agreedOn: earlierAgreements.agreedOn,
      uses: earlierAgreements.uses,
      wordsLanguage: earlierAgreements.wordsLanguage,
      fileName: earlierAgreements.fileName,
      notedAt: earlierAgreements.notedAt,
      notedByName: staffMembers.name,
    })
    .from(earlierAgreements)
    .innerJoin(patients, on(patients, earlierAgreements.patientId))
    .innerJoin(staffMembers, on(staffMembers, earlierAgreements.notedBy))
    .where(
      and(
        eq(earlierAgreements.practiceId, ctx.practiceId),
        withinReach(ctx, "see-patients"),
        patientId ? eq(earlierAgreements.patientId, patientId) : undefined,
      ),
    )
    .orderBy(desc(earlierAgreements.agreedOn), desc(earlierAgreements.notedAt));
}

/** An agreement with its stored bytes, if the caller may open it. */
export async function getAgreementFile(tx: Tx, ctx: StaffContext | PatientContext, agreementId: string) {
  const [found] = await tx
    .select({ agreement: earlierAgreements, file: earlierAgreementFiles })
    .from(earlierAgreements)
    .innerJoin(patients, on(patients, earlierAgreements.patientId))
    .innerJoin(earlierAgreementFiles, on(earlierAgreements, earlierAgreementFiles.agreementId))
    .where(
      and(
        eq(earlierAgreements.practiceId, ctx.practiceId),
        eq(earlierAgreements.id, agreementId),
        withinReach(ctx, "open-documents"),
      ),
    );
  if (!found) throw new NotFound();
  return found;
}

function withinReach(ctx: StaffContext | PatientContext, ability: Ability) {
  if (ctx.kind === "staff") return visiblePatients(ctx, ability);
  return ctx.patientIds.length > 0 ? inArray(patients.id, ctx.patientIds) : sql`false`;
}
