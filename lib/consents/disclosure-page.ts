import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
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
import { getPractice } from "@/lib/practices/queries";
import { type BoardCounts, boardRows, countNeeds, needsOf } from "./board";
import { listBoardPatients } from "./board-page";
import { listRequestFacts } from "./queries";
import { recordsStandings } from "./records-standing";

/** Every disclosure with its version in force and how many patients stand where. */
export async function disclosuresPage(ctx: StaffContext, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const titles = await disclosureTitles(tx, ctx, language);
    const disclosures = await listDisclosures(tx, ctx);
    const counts = await countsOf(tx, ctx, disclosures, now, today(now, timeZone));
    const rows = disclosures.map((disclosure) => ({
      id: disclosure.id,
      kind: disclosure.kind,
      title: titles.get(disclosure.id) ?? disclosure.key,
      current: currentVersion(disclosure.versions, now),
      versions: disclosure.versions.length,
      counts: counts.get(disclosure.id) ?? null,
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
    const counts = await countsOf(tx, ctx, [disclosure], now, today(now, timeZone));
    return {
      timeZone,
      kind: disclosure.kind,
      title: titles.get(disclosureId) ?? disclosure.key,
      currentId: currentVersion(disclosure.versions, now)?.id ?? null,
      counts: counts.get(disclosureId) ?? null,
      versions,
    };
  });
}

/** How many patients each filter of the board holds, about each disclosure in force; others are not on the board. */
async function countsOf(
  tx: Tx,
  ctx: StaffContext,
  disclosures: readonly DisclosureWithVersions[],
  now: Date,
  day: string,
): Promise<Map<string, BoardCounts>> {
  const all = await listDisclosures(tx, ctx);
  const people = await listBoardPatients(tx, ctx, now);
  const facts = await listRequestFacts(
    tx,
    ctx,
    people.map(({ id }) => id),
  );
  const shown = disclosures.filter(({ versions }) => currentVersion(versions, now));
  const standingOf = await recordsStandings(
    tx,
    ctx,
    { patientIds: null, disclosures: all, requests: facts },
    now,
  );
  const placed = people.map((one) => ({ ...one, onPaper: standingOf(one.id).route === "paper" }));
  const rows = boardRows(placed, shown, facts, now, day);
  return new Map(
    shown.map(({ id, kind }, index) => [
      id,
      countNeeds(
        rows.map(({ patient, states }) => needsOf(patient, states.slice(index, index + 1), [kind], day)),
      ),
    ]),
  );
}
