import { type AccessTestFacts, isOver, type RecordsRoute, type WritingRefusal } from "./records-route";

export type BeginRefusal = "nothing-to-test" | WritingRefusal;

/** A sample is for whoever agreed to electronic records and has not shown yet that they open. */
export function whyNotBegin(route: RecordsRoute): BeginRefusal | null {
  if (route === "test-first") return null;
  if (route === "electronic") return "nothing-to-test";
  return route === "paper" ? "paper-route" : "electronic-records-first";
}

const recently = 24 * 3_600_000;

/** A sample that was made a moment ago and not tried to its end serves again. */
export function isReusable(test: AccessTestFacts, now: Date): boolean {
  return test.passedAt === null && !isOver(test) && now.getTime() - test.begunAt.getTime() < recently;
}

export type TryRefusal = "access-test-over" | "digits-differ";

export function whyNotTry(test: AccessTestFacts): TryRefusal | null {
  return isOver(test) ? "access-test-over" : null;
}

export type AllowRefusal = "access-test-open";

/** The practice opens a new test, in the room, for whoever missed the last one. */
export function whyNotAllow(test: AccessTestFacts | null): AllowRefusal | null {
  return test && isOver(test) ? null : "access-test-open";
}

/** As people type them: with spaces between. */
export function digitsIn(typed: string): string {
  return typed.replace(/\s/g, "");
}
