import type { NamedEntry } from "@/lib/audit/find-named-entry";
import type { AnswerFacts, ConsentState } from "@/lib/consents/consent-state";
import { isMetOn, type WishState } from "@/lib/wishes/rules";

/** The server knows no such file, though the file names an entry of the practice's history. */
export const contradictions = [
  "entry-gone",
  "entry-differs",
  "never-sealed",
  "sealed-otherwise",
  "file-gone",
] as const;
export type Contradiction = (typeof contradictions)[number];

export const standings = [
  "stands",
  "taken-back",
  "partly-taken-back",
  "newer-text",
  "expired",
  "resting",
  "resting-there",
  "noted-by-mistake",
  "answered-anew",
  "put-back",
  "known-there",
  "met-there-before",
  "not-yet-there",
  ...contradictions,
  "unknown",
] as const;
export type Standing = (typeof standings)[number];

const contradictionOf: Record<NamedEntry["state"], Contradiction> = {
  missing: "entry-gone",
  different: "entry-differs",
  "never-sealed": "never-sealed",
  "sealed-otherwise": "sealed-otherwise",
  there: "file-gone",
};

/** What it means that a file is not kept here, given what the history says of the entry it names. */
export function standingOfUnkept(named: Pick<NamedEntry, "state">): Contradiction {
  return contradictionOf[named.state];
}

/** Whether what a sealed document says still counts. The paper of a withdrawal stands until a newer answer, or until it was put back. */
export function standingOf(
  document: { answerId: string; isWithdrawal: boolean; isPutBack: boolean },
  state: Pick<ConsentState, "word" | "answer" | "restsBecause">,
): Standing {
  if (document.isPutBack) return "put-back";
  if (state.answer?.id !== document.answerId) return "answered-anew";
  if (document.isWithdrawal) return "stands";
  if (state.word === "withdrawn") return "taken-back";
  if (state.word === "superseded") return "newer-text";
  if (state.restsBecause === "platform") return "resting-there";
  if (state.word === "expired" || state.word === "resting") return state.word;
  if (state.word === "invalid") return "noted-by-mistake";
  return hasWithdrawn(state.answer) ? "partly-taken-back" : "stands";
}

function hasWithdrawn(answer: AnswerFacts): boolean {
  return answer.items.some(({ withdrawnAt }) => withdrawnAt !== null);
}

/** Of what is different elsewhere: whether they meet there now because of it, will, or did. */
export function standingOfTradeOff(wish: WishState): Standing {
  if (isMetOn(wish)) return "known-there";
  return wish === "upcoming" ? "not-yet-there" : "met-there-before";
}
