import { needs } from "@/lib/consents/audience";
import { type ConsentState, consentState, isLapsed } from "@/lib/consents/consent-state";
import type { PlacedRequest } from "@/lib/consents/request-facts";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import { dutiesOf } from "@/lib/duties/rules";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import type { ToAgree } from "@/lib/platforms/way-to-agree";

export const boardFilters = [
  "all",
  "needs-something",
  "talk-first",
  "way-to-agree",
  "not-delivered",
  "in-the-room",
  "on-paper",
  "overdue",
  "due",
  "waiting",
  "not-asked",
  "given",
  "refused",
  "withdrawn",
  "asked-not-to",
  "lapsed",
  "resting",
  "unable",
] as const;
export type BoardFilter = (typeof boardFilters)[number];
export type BoardCounts = Partial<Record<BoardFilter, number>>;

export type BoardPatient = {
  id: string;
  calledName: string;
  legalName: string;
  phone: string | null;
  hasEmail: boolean;
  undelivered: boolean;
  /** What the law wants in writing reaches them on paper alone. */
  onPaper?: boolean;
  /** How they meet; null of whom nothing was ever said. */
  meetsBy?: PlatformKind | null;
  /** They took back what their way of meeting rests on. */
  toAgree?: ToAgree | null;
};
/** Where a patient stands with one disclosure, and whether they need it, by whom it is for. */
export type BoardCell = { kind: DisclosureKind; state: ConsentState; isNeeded: boolean };
export type BoardRow = {
  patient: BoardPatient;
  /** One a published disclosure, in their order. */
  cells: BoardCell[];
  needs: ReadonlySet<BoardFilter>;
  waitingSince: Date | null;
};

/** Where asking everybody the filter shows makes sense. */
export function isToAsk(filter: BoardFilter): boolean {
  return filter === "not-asked" || filter === "due" || filter === "withdrawn" || filter === "lapsed";
}

/** What a row is about: these cells of it, and which texts they are of. */
export type BoardView = { key: string; indexes: readonly number[]; isAboutOne: boolean; today: string };

/** Where a patient stands with each disclosure, by their own requests: the same rule as everywhere. */
export function cellsOf(
  patient: Pick<BoardPatient, "meetsBy">,
  disclosures: readonly DisclosureWithVersions[],
  own: readonly PlacedRequest[],
  now: Date,
): BoardCell[] {
  const held = disclosures.map(({ id, kind, versions, audience }) => {
    const requests = own.filter(({ disclosureId }) => disclosureId === id);
    return { kind, audience, state: consentState({ versions, requests }, now) };
  });
  return held.map(({ kind, state, audience }) => {
    return { kind, state, isNeeded: needs(audience, held, patient.meetsBy) };
  });
}

/** About one disclosure, what is needed and how long it waits are those of that disclosure alone. */
export function rowOf(patient: BoardPatient, cells: BoardCell[], view: BoardView): BoardRow {
  const looked = view.indexes.flatMap((index) => cells[index] ?? []);
  const waits = looked.flatMap(({ state }) => state.question?.askedAt.getTime() ?? []);
  const waitingSince = waits.length > 0 ? new Date(Math.min(...waits)) : null;
  const found = needsOf(patient, looked, view.today);
  if (patient.toAgree && (!view.isAboutOne || looked.some(isAboutMeeting)))
    found.add("way-to-agree").add("needs-something");
  return { patient, cells, needs: found, waitingSince };
}

/** Who takes it back is owed another way to meet. */
function isAboutMeeting({ kind }: BoardCell): boolean {
  return dutiesOf(kind, { partly: false, upcoming: false }).some((duty) => duty.kind === "agree-on-platform");
}

/** How many patients each filter holds. */
export function countNeeds(needs: readonly ReadonlySet<BoardFilter>[]): BoardCounts {
  const counts: BoardCounts = {};
  for (const filter of boardFilters) counts[filter] = needs.filter((one) => one.has(filter)).length;
  return counts;
}

/**
 * An answer is late the day after it was wanted. Who would like to talk first is never late, nor who was never
 * told: without an e-mail the question waits for somebody to put it in the room.
 */
export function isOverdue(
  question: { dueOn: string | null; talkFirstSince: Date | null } | null,
  patient: { hasEmail: boolean },
  today: string,
): boolean {
  if (!question?.dueOn || question.talkFirstSince || !patient.hasEmail) return false;
  return question.dueOn < today;
}

/** The law wants it in writing, and a screen does not do for this patient. */
export function isPutOnPaper(patient: { onPaper?: boolean }, kind: DisclosureKind): boolean {
  return patient.onPaper === true && needsWriting(kind);
}

/** What a patient is waiting for, or needs from the practice, as far as these states tell. */
export function needsOf(
  patient: Pick<BoardPatient, "hasEmail" | "undelivered" | "onPaper">,
  cells: readonly BoardCell[],
  today: string,
): Set<BoardFilter> {
  const found = new Set<BoardFilter>(["all"]);
  if (patient.undelivered && cells.some(({ state }) => state.question)) {
    found.add("not-delivered").add("needs-something");
  }
  for (const { kind, state, isNeeded } of cells) {
    const { word, question, due, upcoming, declinedAt } = state;
    const onPaper = isPutOnPaper(patient, kind);
    if (word === "given" || word === "refused" || word === "withdrawn" || word === "unable") found.add(word);
    if (word === "not-asked" && isNeeded && !upcoming && !declinedAt) found.add("not-asked");
    if (declinedAt) found.add("asked-not-to");
    if (state.restsBecause === "platform") found.add("resting");
    if (isLapsed(state)) {
      found.add("lapsed");
      if (!question && !upcoming && !declinedAt) found.add("needs-something");
    }
    if (question?.talkFirstSince) found.add("talk-first").add("needs-something");
    else if (question && onPaper) found.add("on-paper").add("needs-something");
    else if (question && !patient.hasEmail) found.add("in-the-room").add("needs-something");
    else if (question && !patient.undelivered) found.add("waiting");
    if (!onPaper && isOverdue(question, patient, today)) found.add("overdue").add("needs-something");
    if (due) found.add("due");
    if (due && !question && !declinedAt) found.add("needs-something");
  }
  return found;
}
