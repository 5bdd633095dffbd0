import type { ConsentState } from "./consent-state";

export type UseWord = "may" | "not-now" | "no" | "took-back" | "not-said";

/** What was said to one use of a text. Only `may` allows it; a yes that does not count now is `not-now`. */
export function wordOfUse(
  state: Pick<ConsentState, "word" | "yes" | "no" | "withdrawn">,
  key: string,
): UseWord {
  if (state.withdrawn.includes(key)) return "took-back";
  if (state.no.includes(key)) return "no";
  if (!state.yes.includes(key)) return "not-said";
  return state.word === "given" ? "may" : "not-now";
}
