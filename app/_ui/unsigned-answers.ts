import { forgetInTab, keepInTab, keptInTab } from "./kept-in-tab";

export type UnsignedAnswer = { answers: Record<string, "yes" | "no">; name: string };

/** What was entered and not yet signed. */
export function keptAnswer(requestId: string): UnsignedAnswer | null {
  return keptInTab(named(requestId));
}

export function keepAnswer(requestId: string, draft: UnsignedAnswer) {
  keepInTab(named(requestId), draft);
}

export function forgetAnswer(requestId: string) {
  forgetInTab(named(requestId));
}

function named(requestId: string): string {
  return `answer-${requestId}`;
}
