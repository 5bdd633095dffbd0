import { and, isNull } from "drizzle-orm";
import { patientArchivings, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import {
  type DisclosureWithVersions,
  disclosureTitles,
  getDisclosure,
  listDisclosures,
  listShownVersions,
} from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import { readPractice, type Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { listRequestFacts } from "./queries";
import { type ConsentWord, consentState } from "./rules";

export type StateCounts = Partial<Record<ConsentWord, number>>;

/** Every disclosure with its version in force and how many patients stand where. */
export async function disclosuresPage(ctx: StaffContext, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const titles = await disclosureTitles(tx, ctx, language);
    const disclosures = await listDisclosures(tx, ctx);
    const counts = await countStates(tx, ctx, disclosures, now);
    const rows = disclosures.map((disclosure) => ({
      id: disclosure.id,
      kind: disclosure.kind,
      title: titles.get(disclosure.id) ?? disclosure.key,
      current: currentVersion(disclosure.versions, now),
      versions: disclosure.versions.length,
      counts: counts.get(disclosure.id) ?? {},
    }));
    return { timeZone, rows };
  });
}

/** One disclosure: every published version in both languages, newest first. */
export async function disclosurePage(ctx: StaffContext, disclosureId: string, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const disclosure = await getDisclosure(tx, ctx, disclosureId);
    const ids = disclosure.versions.map(({ id }) => id);
    const shown = await Promise.all(languages.map((one) => listShownVersions(tx, ctx, ids, one)));
    const versions = disclosure.versions.toReversed().map((version) => ({
      ...version,
      texts: shown.flatMap((texts) => texts.find(({ id }) => id === version.id) ?? []),
    }));
    const titles = await disclosureTitles(tx, ctx, language);
    const counts = await countStates(tx, ctx, [disclosure], now);
    return {
      timeZone,
      kind: disclosure.kind,
      title: titles.get(disclosureId) ?? disclosure.key,
      currentId: currentVersion(disclosure.versions, now)?.id ?? null,
      counts: counts.get(disclosureId) ?? {},
      versions,
    };
  });
}

async function countStates(
  tx: Tx,
  ctx: StaffContext,
  disclosures: readonly DisclosureWithVersions[],
  now: Date,
): Promise<Map<string, StateCounts>> {
  const rows = await tx
    .select({ id: patients.id })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(visiblePatients(ctx, "see-patients"), isNull(patientArchivings.id)));
  const ids = rows.map(({ id }) => id);
  const facts = Map.groupBy(
    await listRequestFacts(tx, ctx, ids),
    ({ patientId, disclosureId }) => `${patientId} ${disclosureId}`,
  );
  return new Map(
    disclosures.map(({ id, versions }) => {
      const counts: StateCounts = {};
      for (const patientId of ids) {
        const { word } = consentState({ versions, requests: facts.get(`${patientId} ${id}`) ?? [] }, now);
        counts[word] = (counts[word] ?? 0) + 1;
      }
      return [id, counts];
    }),
  );
}
