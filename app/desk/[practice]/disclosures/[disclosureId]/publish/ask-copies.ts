import type { ActionState } from "@/app/action";
import type { SaidProblem } from "./preview";

/** Asks for each copy nobody asked for yet. Says why not where one is refused: asking again would change nothing. */
export async function askCopies(
  problems: readonly SaidProblem[],
  ask: (language: string) => Promise<ActionState>,
): Promise<string | null> {
  for (const { reason, details } of problems) {
    if (reason !== "paper-unchecked" || details.state !== "unasked") continue;
    const state = await ask(details.language ?? "");
    if (state && !state.ok) return state.message;
  }
  return null;
}
