import { describe, expect, it } from "vitest";
import { isSameChoice, whyNotWitnesses } from "./witness-rules";

const known = ["a", "b", "c"];

describe("witnesses are chosen", () => {
  it.each<[string, string[], number, string | null]>([
    ["none", [], 0, null],
    ["some, and none has to confirm", ["a", "b"], 0, null],
    ["some, and all have to confirm", ["a", "b"], 2, null],
    ["one nobody offers", ["a", "x"], 0, "unknown-witness"],
    ["fewer than have to confirm", ["a", "b"], 3, "quorum-beyond-witnesses"],
    ["one twice, as if it were two", ["a", "a"], 2, "quorum-beyond-witnesses"],
  ])("%s", (_, witnesses, quorum, refusal) => {
    expect(whyNotWitnesses({ witnesses, quorum }, known)).toBe(refusal);
  });

  it("in whatever order", () => {
    const chosen = { witnesses: ["a", "b"], quorum: 1 };
    expect(isSameChoice(chosen, { witnesses: ["b", "a"], quorum: 1 })).toBe(true);
    expect(isSameChoice(chosen, { witnesses: ["b", "a"], quorum: 2 })).toBe(false);
    expect(isSameChoice(chosen, { witnesses: ["a"], quorum: 1 })).toBe(false);
  });
});
