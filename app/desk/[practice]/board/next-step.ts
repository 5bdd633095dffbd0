import type { BoardFilter } from "@/lib/screens/desk/board-rows";

export type NextStep =
  | "call"
  | "talk"
  | "agree-way"
  | "in-the-room"
  | "on-paper"
  | "remind"
  | "ask"
  | "ask-again";

/** What to do next about a row of the board; null when nothing is to be done. */
export function nextStep(needs: ReadonlySet<BoardFilter>, mayAsk: boolean): NextStep | null {
  if (needs.has("not-delivered")) return "call";
  if (needs.has("talk-first")) return "talk";
  if (needs.has("way-to-agree")) return "agree-way";
  if (needs.has("in-the-room")) return "in-the-room";
  if (needs.has("on-paper")) return "on-paper";
  if (needs.has("overdue")) return "remind";
  if (mayAsk && needs.has("needs-something") && needs.has("lapsed")) return "ask-again";
  const isToAsk = needs.has("needs-something") || needs.has("not-asked");
  return mayAsk && isToAsk ? "ask" : null;
}
