import { and, asc, count, eq, exists, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { firstEntries, type Patient, patientArchivings, patients, staffMembers } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { asBoolean, openArchiving, visiblePatients } from "./queries";

export type PatientsShown = "active" | "archived" | "all";

export type ListedPatient = Patient & {
  treatingName: string;
  archivedAt: Date | null;
  /** Somebody has come in for this patient with a proven second fact. */
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
  const matching = and(visiblePatients(ctx, "see-patients"), shownAs(show), ...matches(search));

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
            .where(
              and(eq(firstEntries.practiceId, patients.practiceId), eq(firstEntries.patientId, patients.id)),
            ),
        ),
      ),
    })
    .from(patients)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.practiceId, patients.practiceId), eq(staffMembers.id, patients.treatingStaffId)),
    )
    .leftJoin(patientArchivings, openArchiving())
    .where(and(matching, after ? isAfter(ctx, after) : undefined))
    .orderBy(folded(patients.legalName), asc(patients.id))
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

/** Base letters in lower case. Letters that Unicode does not take apart (ł, ø) are spelled out. */
function folded(text: PgColumn | SQL | string): SQL {
  const bare = sql`regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g')`;
  return sql`lower(translate(${bare}, 'ŁłØøĐđĦħŦŧı', 'LlOoDdHhTti') collate "und-x-icu")`;
}

function matches(search: string): (SQL | undefined)[] {
  const words = search.normalize("NFC").split(/\s+/).filter(Boolean).slice(0, 10);
  const everything = sql`concat_ws(' ', ${patients.legalName}, ${patients.calledName}, ${patients.email}, ${patients.phone})`;
  const found = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    return sql`${folded(everything)} like ${folded(sql`${pattern}::text`)}`;
  });
  const digits = search.replace(/[\s()./+-]/g, "");
  const isNumber = /^\d{3,}$/.test(digits);
  const byNumber = sql`regexp_replace(${patients.phone}, '\\D', '', 'g') like ${`%${digits}%`}`;
  return isNumber ? [or(and(...found), byNumber)] : found;
}

function shownAs(show: PatientsShown): SQL | undefined {
  if (show === "all") return undefined;
  return show === "active" ? isNull(patientArchivings.id) : isNotNull(patientArchivings.id);
}

function isAfter(ctx: StaffContext, patientId: string): SQL {
  const last = sql`(select ${folded(sql`earlier.legal_name`)}, earlier.id from ${patients} earlier
    where earlier.practice_id = ${ctx.practiceId} and earlier.id = ${patientId})`;
  return sql`(${folded(patients.legalName)}, ${patients.id}) > ${last}`;
}
