import { wordOfUse } from "@/lib/consents/word-of-use";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { type DisclosureWithVersions, disclosureTitles } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { type NamedUse, usesInForce } from "@/lib/disclosures/uses";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { textMatcher } from "@/lib/patients/fold-text";
import { platformName } from "@/lib/platforms/platform-name";
import { getPractice } from "@/lib/practices/queries";
import { type BoardPart, partOf } from "./board-parts";
import type { BoardPerson } from "./board-people";
import { type BoardFilter, type BoardRow, type BoardView, countNeeds, rowOf } from "./board-rows";
import { boardPeople } from "./cached-board";

export const boardSorts = ["name", "waiting", "needs"] as const;
export type BoardSort = (typeof boardSorts)[number];
export type BoardParams = {
  filter: BoardFilter;
  search: string;
  sort: BoardSort;
  page: number;
  /** The disclosure the filters are about; without one they are about all of them. */
  text?: string | null;
  /** Only who allows this use of it now, by its key. */
  use?: string | null;
  /** Only who is in this part of the text's bar. */
  part?: BoardPart | null;
  /** Only who meets on this platform. */
  meets?: string | null;
};

export const rowsOnPage = 50;

/** The board as asked for: one page of rows, and how many rows every filter has under the same search. */
export async function boardPage(ctx: StaffContext, params: BoardParams, language: Language) {
  const board = await readPage(ctx, (tx, now) => readBoard(tx, ctx, params, language, now));
  const { matching, ...rest } = board;
  const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
  const page = Math.min(Math.max(1, params.page), pages);
  const rows = matching.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  return { ...rest, rows, matches: matching.length, page, pages };
}

export type BoardPage = Awaited<ReturnType<typeof boardPage>>;

/** Every row that matches, for the page and for the file. */
export async function readBoard(
  tx: Tx,
  ctx: StaffContext,
  params: Omit<BoardParams, "page">,
  language: Language,
  now: Date,
) {
  const { timeZone } = await getPractice(tx, ctx);
  const day = today(now, timeZone);
  const titles = await disclosureTitles(tx, ctx, language);
  const { published, people } = await boardPeople(tx, ctx, now);
  const held = new Set(people.flatMap(({ holds }) => holds));
  const columns = published.flatMap(({ id, kind, key, retiredAt }, index) =>
    retiredAt && !held.has(id) ? [] : [{ id, kind, title: titles.get(id) ?? key, index }],
  );
  const about = columns.find(({ id }) => id === params.text) ?? null;
  const indexes = about ? [about.index] : columns.map(({ index }) => index);
  const view = { key: `${about?.id} ${indexes}`, indexes, isAboutOne: about !== null, today: day };
  const all = people.map((person) => rowIn(person, view));
  const meetings = new Map(
    people.flatMap(({ patient, meeting }) => (meeting ? [[patient.id, meeting]] : [])),
  );
  const meeting = (patientId: string) => meetings.get(patientId) ?? null;
  const inUse = new Map([...meetings.values()].map(({ platform }) => [platform.id, platform]));
  const meetsOn = inUse.get(params.meets ?? "") ?? null;
  const allows = (row: BoardRow, key: string) => {
    const cell = about && row.cells[about.index];
    return cell ? wordOfUse(cell.state, key) === "may" : false;
  };
  const uses = await usesOf(tx, ctx, published[about?.index ?? -1], language, now, (key) =>
    all.some((row) => allows(row, key)),
  );
  const part = (about && params.part) || null;
  const isIn = ({ patient, cells }: BoardRow) => {
    const cell = cells[about?.index ?? -1];
    return !part || (cell !== undefined && partOf(cell, patient) === part);
  };
  const use = uses.find(({ key }) => key === params.use) ?? null;
  const searched = all
    .filter(rowMatcher(params.search))
    .filter(({ patient }) => !meetsOn || meeting(patient.id)?.platform.id === meetsOn.id)
    .filter((row) => !use || allows(row, use.key))
    .filter(isIn);
  const matching = searched.filter(({ needs }) => needs.has(params.filter));
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
    part,
    meeting,
    people: people.map(({ patient, treatingStaffId }) => ({ id: patient.id, treatingStaffId })),
    /** What somebody meets on now, to filter by; none before the practice has said anything about it. */
    platforms: [...inUse.values()].map((one) => ({ id: one.id, name: platformName(one, language) })),
    meetsOn: meetsOn?.id ?? null,
    counts: countNeeds(searched.map(({ needs }) => needs)),
    total: all.length,
    matching: sorted(matching, params.sort),
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

function rowIn(person: BoardPerson, view: BoardView): BoardRow {
  if (person.lastRow?.key !== view.key)
    person.lastRow = { key: view.key, row: rowOf(person.patient, person.cells, view) };
  return person.lastRow.row;
}

function rowMatcher(search: string): (row: BoardRow) => boolean {
  const isFound = textMatcher(search);
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
