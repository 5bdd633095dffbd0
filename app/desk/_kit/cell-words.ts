import type { ConsentState } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { type BoardCell, type BoardPatient, isOverdue, isPutOnPaper } from "@/lib/screens/desk/board-rows";

export type Tone = "plain" | "quiet" | "soon" | "alarm";
export type CellWord =
  | "not-asked"
  | "not-delivered"
  | "in-the-room"
  | "on-paper"
  | "talk-first"
  | "asked"
  | "received"
  | "declined"
  | "yes"
  | "some-uses"
  | "no"
  | "took-back"
  | "ended"
  | "resting"
  | "resting-there"
  | "by-mistake"
  | "unable"
  | "not-needed"
  | "asked-not-to";
export type CellNote =
  | "overdue"
  | "asked-again"
  | "talk-first"
  | "newer-text"
  | "some-taken-back"
  | "opened"
  | "not-delivered"
  | "asked-not-to"
  | "answered-ahead"
  | "on-paper";

/** What one cell of the board says. Words carry it; the tone only helps the eye. */
export type CellWords = {
  word: CellWord;
  tone: Tone;
  since: Date | null;
  yes: number;
  uses: number;
  notes: { note: CellNote; tone: Tone }[];
};

/** What decides whether a patient was told of a question. */
type Told = Pick<BoardPatient, "undelivered" | "hasEmail" | "onPaper">;

export function cellWords({ state, kind, isNeeded }: BoardCell, patient: Told, today: string): CellWords {
  const uses = state.answer?.items.length ?? 0;
  const notes = notesOf(state, kind, patient, today);
  if (state.word === "not-asked" && state.declinedAt)
    return { word: "asked-not-to", tone: "quiet", since: state.declinedAt, yes: 0, uses, notes: [] };
  if (state.word === "not-asked" && !isNeeded)
    return { word: "not-needed", tone: "quiet", since: null, yes: 0, uses, notes };
  const base = { since: state.since, yes: state.yes.length, uses };
  return { ...base, ...wordOf(state, kind, patient), notes };
}

function wordOf(state: ConsentState, kind: DisclosureKind, patient: Told): { word: CellWord; tone: Tone } {
  const { undelivered, hasEmail } = patient;
  const uses = state.answer?.items.length ?? 0;
  switch (state.word) {
    case "not-asked":
      return { word: "not-asked", tone: "quiet" };
    case "requested":
      if (isPutOnPaper(patient, kind)) return { word: "on-paper", tone: "soon" };
      if (!hasEmail) return { word: "in-the-room", tone: "soon" };
      return undelivered ? { word: "not-delivered", tone: "alarm" } : { word: "asked", tone: "plain" };
    case "talk-first":
      return { word: "talk-first", tone: "soon" };
    case "given":
      if (isAcknowledged(kind)) return { word: "received", tone: "plain" };
      return { word: state.yes.length < uses ? "some-uses" : "yes", tone: "plain" };
    case "refused":
      return { word: isAcknowledged(kind) ? "declined" : "no", tone: "quiet" };
    case "withdrawn":
      return { word: "took-back", tone: "quiet" };
    case "superseded":
    case "expired":
      return { word: "ended", tone: "soon" };
    case "resting":
      return state.restsBecause === "platform"
        ? { word: "resting-there", tone: "quiet" }
        : { word: "resting", tone: "soon" };
    case "invalid":
      return { word: "by-mistake", tone: "soon" };
    case "unable":
      return { word: "unable", tone: "quiet" };
  }
}

function notesOf(
  state: ConsentState,
  kind: DisclosureKind,
  patient: Told,
  today: string,
): CellWords["notes"] {
  const { question } = state;
  const notes: CellWords["notes"] = [];
  const isFirst = state.answer === null;
  if (state.withdrawn.length > 0 && state.word === "given") {
    notes.push({ note: "some-taken-back", tone: "quiet" });
  }
  const onPaper = isPutOnPaper(patient, kind);
  if (state.upcoming) notes.push({ note: "answered-ahead", tone: "quiet" });
  if (!onPaper && isOverdue(question, patient, today)) notes.push({ note: "overdue", tone: "soon" });
  else if (question && isFirst && question.openedAt && !question.talkFirstSince) {
    notes.push({ note: "opened", tone: "quiet" });
  }
  if (question && !isFirst) {
    if (question.talkFirstSince) notes.push({ note: "talk-first", tone: "soon" });
    else if (onPaper) notes.push({ note: "on-paper", tone: "soon" });
    else if (patient.undelivered) notes.push({ note: "not-delivered", tone: "alarm" });
    else notes.push({ note: "asked-again", tone: "quiet" });
  } else if (state.declinedAt && !isFirst) notes.push({ note: "asked-not-to", tone: "quiet" });
  else if (state.due) notes.push({ note: "newer-text", tone: "soon" });
  return notes;
}
