import { expect, test } from "vitest";
import { answer, day, use } from "@/lib/consents/facts.fixture";
import { usesToWithdraw, whyNotWithdraw } from "./rules";

const now = day(20);

test.each([
  ["everything allowed", answer(), null, null],
  ["one allowed use", answer(), ["item-look-back"], null],
  ["a use that was answered no", answer(), ["item-teaching"], "nothing-to-withdraw"],
  ["a use that does not exist", answer(), ["item-x"], "item-unknown"],
  ["what is taken back already", answer({ items: [use("a", "yes", now)] }), null, "already-withdrawn"],
])("take back: %s", (_, given, named, refusal) => expect(whyNotWithdraw(given, named)).toBe(refusal));

test("taking everything back leaves out what was never allowed", () => {
  expect(usesToWithdraw(answer(), null)).toEqual(["item-look-back"]);
});
