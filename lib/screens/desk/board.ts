import { and, asc, isNull, sql } from "drizzle-orm";
import { patientArchivings, patients } from "@/db/schema";
import { listRequestFacts, type PlacedRequest } from "@/lib/consents/request-facts";
import { wordOfUse } from "@/lib/consents/word-of-use";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { type DisclosureWithVersions, disclosureTitles, listDisclosures } from "@/lib/disclosures/queries";
import { currentVersion, isAcknowledged } from "@/lib/disclosures/rules";
import { type NamedUse, usesInForce } from "@/lib/disclosures/uses";
import { recordsStates } from "@/lib/electronic-records/records-state";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { finder } from "@/lib/patients/folded";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";
import { listUndelivered } from "@/lib/patients/undelivered";
import { platformName } from "@/lib/platforms/naming";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { reach } from "@/lib/roles";
import { type BoardFilter, type BoardRow, boardRows, countNeeds } from "./board-rows";

export const boardSorts = ["name", "waiting", "needs"] as const;
export type BoardSort = (typeof boardSorts)[number];
export type BoardAsked = {
  filter: BoardFilter;
  search: string;
  sort: BoardSort;
  page: number;
  /** The disclosure the filters are about; without one they are about all of them. */
  text?: string | null;
  /** Only who allows this use of it now, by its key. */
  use?: string | null;
  /** Only who meets on this platform. */
  meets?: string | null;
};

export const rowsOnPage = 50;

/** The board as asked for: one page of rows, and how many rows every filter has under the same search. */
export async function boardPage(ctx: StaffContext, asked: BoardAsked, language: Language) {
  const board = await readPage(ctx, (tx, now) => readBoard(tx, ctx, asked, language, now));
  const { matching, ...rest } = board;
  const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
  const page = Math.min(Math.max(1, asked.page), pages);
  const rows = matching.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  return { ...rest, rows, matches: matching.length, page, pages };
}

export type BoardPage = Awaited<ReturnType<typeof boardPage>>;

/** Every row that matches, for the page and for the file. */
export async function readBoard(
  tx: Tx,
  ctx: StaffContext,
  asked: Omit<BoardAsked, "page">,
  language: Language,
  now: Date,
) {
  const { timeZone } = await getPractice(tx, ctx);
  const day = today(now, timeZone);
  const titles = await disclosureTitles(tx, ctx, language);
  const given = await listDisclosures(tx, ctx);
  const published = given.filter(({ versions }) => currentVersion(versions, now));
  const found = await listBoardPatients(tx, ctx, now);
  const seesAll = reach(ctx.roles, "see-patients") === "all";
  const ids = seesAll ? null : found.map(({ id }) => id);
  const facts = await listRequestFacts(tx, ctx, ids);
  const held = new Set(facts.filter(holdsYes).map(({ disclosureId }) => disclosureId));
  const disclosures = published.filter(({ id, retiredAt }) => !retiredAt || held.has(id));

  const columns = disclosures.map(({ id, kind, key }, index) => {
    return { id, kind, title: titles.get(id) ?? key, index };
  });
  const about = columns.find(({ id }) => id === asked.text) ?? null;
  const standingOf = await recordsStates(
    tx,
    ctx,
    { patientIds: ids, disclosures: given, requests: facts },
    now,
  );
  const meeting = await whereTheyMeet(tx, ctx, ids, now);
  const people = found.map((one) => ({
    ...one,
    onPaper: standingOf(one.id).route === "paper",
    meetsBy: meeting(one.id)?.platform.kind ?? null,
    toAgree: meeting(one.id)?.toAgree ?? null,
  }));
  const all = boardRows(people, disclosures, facts, now, day, about?.id);
  const inUse = new Map(people.flatMap(({ id }) => meeting(id)?.platform ?? []).map((one) => [one.id, one]));
  const meetsOn = inUse.get(asked.meets ?? "") ?? null;
  const allows = (row: BoardRow, key: string) => {
    const cell = about && row.cells[about.index];
    return cell ? wordOfUse(cell.state, key) === "may" : false;
  };
  const uses = await usesOf(tx, ctx, disclosures[about?.index ?? -1], language, now, (key) =>
    all.some((row) => allows(row, key)),
  );
  const use = uses.find(({ key }) => key === asked.use) ?? null;
  const searched = all
    .filter(matcher(asked.search))
    .filter(({ patient }) => !meetsOn || meeting(patient.id)?.platform.id === meetsOn.id)
    .filter((row) => !use || allows(row, use.key));
  const matching = searched.filter(({ needs }) => needs.has(asked.filter));
  return {
    timeZone,
    now,
    day,
    /** Every text there is to choose, and those that have a column: the chosen one alone where its uses have theirs. */
    columns,
    shown: about && uses.length > 0 ? [about] : columns,
    about,
    uses,
    use: use?.key ?? null,
    meeting,
    /** What somebody meets on now, to filter by; none before the practice has said anything about it. */
    platforms: [...inUse.values()].map((one) => ({ id: one.id, name: platformName(one, language) })),
    meetsOn: meetsOn?.id ?? null,
    counts: countNeeds(searched.map(({ needs }) => needs)),
    total: all.length,
    matching: sorted(matching, asked.sort),
  };
}

/** The uses that are answered each by itself; of a text with only one, its own column says it. */
async function usesOf(
  tx: Tx,
  ctx: StaffContext,
  disclosure: DisclosureWithVersions | undefined,
  language: Language,
  now: Date,
  isAllowed: (key: string) => boolean,
): Promise<NamedUse[]> {
  if (!disclosure || isAcknowledged(disclosure.kind)) return [];
  const uses = await usesInForce(tx, ctx, disclosure, isAllowed, language, now);
  return uses.length > 1 ? uses : [];
}

function holdsYes({ answer }: PlacedRequest): boolean {
  return answer?.items.some((item) => item.answer === "yes" && !item.withdrawnAt) ?? false;
}

export async function listBoardPatients(tx: Tx, ctx: StaffContext, now: Date) {
  const undelivered = new Set((await listUndelivered(tx, ctx, now)).map(({ patientId }) => patientId));
  const { id, calledName, legalName, phone, email } = patients;
  const rows = await tx
    .select({ id, calledName, legalName, phone, email })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(visiblePatients(ctx, "see-patients"), isNull(patientArchivings.id)))
    .orderBy(sql`${legalName} collate "und-x-icu"`, asc(id));
  return rows.map(({ email, ...row }) => ({
    ...row,
    hasEmail: email !== null,
    undelivered: undelivered.has(row.id),
  }));
}

function matcher(search: string): (row: BoardRow) => boolean {
  const isFound = finder(search);
  return ({ patient }) => isFound(`${patient.legalName} ${patient.calledName}`, patient.phone);
}

/** The rows come by name, and stay so where the rank is the same. */
function sorted(rows: BoardRow[], sort: BoardSort): BoardRow[] {
  if (sort === "name") return rows;
  const rank = (row: BoardRow) =>
    sort === "waiting"
      ? (row.waitingSince?.getTime() ?? Number.POSITIVE_INFINITY)
      : Number(!row.needs.has("needs-something"));
  // Not by subtraction: infinity less infinity is no number.
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))));
}
