import { isLapsed } from "@/lib/consents/consent-state";
import { type BoardCell, type BoardPatient, isPutOnPaper } from "./board-rows";

export const boardParts = [
  "agreed",
  "some-uses",
  "said-no",
  "talk-first",
  "waiting",
  "not-reached",
  "not-asked",
  "ended",
  "other",
] as const;
export type BoardPart = (typeof boardParts)[number];
export type BoardShares = Partial<Record<BoardPart, number>>;

/** The one part of a text's bar in which a patient is counted. */
export function partOf({ state, kind, isNeeded }: BoardCell, patient: BoardPatient): BoardPart {
  if (isLapsed(state)) return "ended";
  switch (state.word) {
    case "given":
      return state.yes.length < (state.answer?.items.length ?? 0) ? "some-uses" : "agreed";
    case "refused":
    case "withdrawn":
      return "said-no";
    case "talk-first":
      return "talk-first";
    case "requested":
      return isPutOnPaper(patient, kind) || !patient.hasEmail || patient.undelivered
        ? "not-reached"
        : "waiting";
    case "not-asked":
      return isNeeded && !state.upcoming && !state.declinedAt ? "not-asked" : "other";
    default:
      return "other";
  }
}

/** How many of these patients are in each part, about the text in this place. */
export function sharesOf(
  people: readonly { patient: BoardPatient; cells: readonly BoardCell[] }[],
  index: number,
): BoardShares {
  const shares: BoardShares = {};
  for (const { patient, cells } of people) {
    const cell = cells[index];
    if (!cell) continue;
    const part = partOf(cell, patient);
    shares[part] = (shares[part] ?? 0) + 1;
  }
  return shares;
}
