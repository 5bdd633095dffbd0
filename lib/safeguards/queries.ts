import { and, asc, count, desc, eq, getTableColumns, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { rowsOf } from "@/db/rows-of";
import {
  attestationFiles,
  attestations,
  type Safeguard,
  safeguards,
  safeguardTexts,
  staffMembers,
} from "@/db/schema";
import type { Context, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { lockPractice } from "@/lib/practices/queries";
import type { CheckFacts } from "./freshness";

export type ListedSafeguard = Safeguard & {
  claim: Record<Language, string>;
  intent: Record<Language, string>;
  /** The last look of each account. */
  checks: CheckFacts[];
};

/** Every claim of the practice with its words and what was found, the dropped ones too, in the order they were made. */
export async function listSafeguards(tx: Tx, { practiceId }: Context): Promise<ListedSafeguard[]> {
  const rows = await tx
    .select({
      ...getTableColumns(safeguards),
      texts: rowsOf(safeguardTexts, on(safeguards, safeguardTexts.safeguardId)),
    })
    .from(safeguards)
    .where(eq(safeguards.practiceId, practiceId))
    .orderBy(asc(safeguards.claimedAt), asc(safeguards.id));
  const last = await tx
    .selectDistinctOn([attestations.safeguardId, attestations.attestedBy], {
      safeguardId: attestations.safeguardId,
      staffId: attestations.attestedBy,
      outcome: attestations.outcome,
      checkedOn: attestations.checkedOn,
      attestedAt: attestations.attestedAt,
    })
    .from(attestations)
    .where(eq(attestations.practiceId, practiceId))
    .orderBy(
      attestations.safeguardId,
      attestations.attestedBy,
      desc(attestations.checkedOn),
      desc(attestations.attestedAt),
    );
  const checksOf = Map.groupBy(last, ({ safeguardId }) => safeguardId);
  return rows.map(({ texts: said, ...row }) => {
    const words = (field: "claim" | "intent") => ({
      en: said.find(({ language }) => language === "en")?.[field] ?? "",
      es: said.find(({ language }) => language === "es")?.[field] ?? "",
    });
    return { ...row, claim: words("claim"), intent: words("intent"), checks: checksOf.get(row.id) ?? [] };
  });
}

export async function getSafeguard(tx: Tx, ctx: Context, safeguardId: string): Promise<ListedSafeguard> {
  const found = (await listSafeguards(tx, ctx)).find(({ id }) => id === safeguardId);
  if (!found) throw new NotFound();
  return found;
}

/** Whether the practice claims anything now. */
export async function hasClaims(tx: Tx, { practiceId }: Context): Promise<boolean> {
  const [row] = await tx
    .select({ live: count() })
    .from(safeguards)
    .where(and(eq(safeguards.practiceId, practiceId), isNull(safeguards.droppedAt)));
  return (row?.live ?? 0) > 0;
}

/** What a practice claims is decided behind its row. */
export async function lockSafeguard(tx: Tx, ctx: StaffContext, safeguardId: string) {
  const practice = await lockPractice(tx, ctx);
  const [safeguard] = await tx
    .select()
    .from(safeguards)
    .where(and(eq(safeguards.practiceId, ctx.practiceId), eq(safeguards.id, safeguardId)));
  if (!safeguard) throw new NotFound();
  return { practice, safeguard };
}

/** Every look at one claim, the latest first, with who looked and the file's name; the note is still sealed. */
export async function listAttestations(tx: Tx, { practiceId }: StaffContext, safeguardId: string) {
  return tx
    .select({
      id: attestations.id,
      outcome: attestations.outcome,
      checkedOn: attestations.checkedOn,
      attestedAt: attestations.attestedAt,
      sealedNote: attestations.sealedNote,
      byName: staffMembers.name,
      fileName: attestationFiles.fileName,
    })
    .from(attestations)
    .innerJoin(staffMembers, on(staffMembers, attestations.attestedBy))
    .leftJoin(attestationFiles, on(attestations, attestationFiles.attestationId))
    .where(and(eq(attestations.practiceId, practiceId), eq(attestations.safeguardId, safeguardId)))
    .orderBy(desc(attestations.checkedOn), desc(attestations.attestedAt));
}

export async function getAttestationFile(tx: Tx, { practiceId }: StaffContext, attestationId: string) {
  const [file] = await tx
    .select()
    .from(attestationFiles)
    .where(
      and(eq(attestationFiles.practiceId, practiceId), eq(attestationFiles.attestationId, attestationId)),
    );
  if (!file) throw new NotFound();
  return file;
}
