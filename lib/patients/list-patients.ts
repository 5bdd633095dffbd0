import { and, asc, count, eq, exists, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { firstEntries, type Patient, patientArchivings, patients, staffMembers } from "@/db/schema";
import { openPatientMailboxes } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { asBoolean, openArchiving, visiblePatients } from "./queries";
import { foldedColumn, isNamedLike } from "./search";

export type PatientsShown = "active" | "archived" | "all";

export type ListedPatient = Patient & {
  treatingName: string;
  archivedAt: Date | null;
  /** Somebody has come in from the patient's present address with a proven second fact. */
  hasEntered: boolean;
};

export type PatientsPage = {
  rows: ListedPatient[];
  /** How many match, on all pages. */
  count: number;
  /** The last patient of this page when there are more: `after` of the next. */
  next: string | null;
};

/** The patients this person may see, by legal name; a search ignores accents and case and takes words in any order. */
export async function listPatients(
  tx: Tx,
  ctx: StaffContext,
  asked: { search?: string; show?: PatientsShown; after?: string | null; most?: number } = {},
): Promise<PatientsPage> {
  const { search = "", show = "active", after = null, most = 50 } = asked;
  const mailboxes = openPatientMailboxes(tx, ctx);
  const matching = and(visiblePatients(ctx, "see-patients"), shownAs(show), isNamedLike(search));

  const rows = await tx
    .select({
      patient: patients,
      treatingName: staffMembers.name,
      archivedAt: patientArchivings.archivedAt,
      hasEntered: asBoolean(
        exists(
          tx
            .select({ one: sql`1` })
            .from(firstEntries)
            .innerJoin(mailboxes, eq(mailboxes.id, firstEntries.membershipId))
            .where(on(patients, firstEntries.patientId)),
        ),
      ),
    })
    .from(patients)
    .innerJoin(staffMembers, on(staffMembers, patients.treatingStaffId))
    .leftJoin(patientArchivings, openArchiving())
    .where(and(matching, after ? isAfter(ctx, after) : undefined))
    .orderBy(foldedColumn(patients.legalName), asc(patients.id))
    .limit(most + 1);
  const [total] = await tx
    .select({ matches: count() })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(matching);

  const page = rows.slice(0, most).map(({ patient, ...beside }) => ({ ...patient, ...beside }));
  const next = rows.length > most ? (page.at(-1)?.id ?? null) : null;
  return { rows: page, count: total?.matches ?? 0, next };
}

function shownAs(show: PatientsShown): SQL | undefined {
  if (show === "all") return undefined;
  return show === "active" ? isNull(patientArchivings.id) : isNotNull(patientArchivings.id);
}

function isAfter(ctx: StaffContext, patientId: string): SQL {
  const last = sql`(select ${foldedColumn(sql`earlier.legal_name`)}, earlier.id from ${patients} earlier
    where earlier.practice_id = ${ctx.practiceId} and earlier.id = ${patientId})`;
  return sql`(${foldedColumn(patients.legalName)}, ${patients.id}) > ${last}`;
}
