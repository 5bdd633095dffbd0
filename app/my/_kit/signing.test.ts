import { expect, test } from "vitest";
import { isStillAsked } from "./signing";

test.each([
  ["Peter Pan", true],
  ["Ana Ruiz", false],
  ["Peter Pans", false],
  ["", false],
])("asked whether to sign as Peter Pan, with “%s” in the field: still asked is %s", (typed, still) => {
  expect(isStillAsked({ question: "Do you want to sign as Peter Pan?", name: "Peter Pan" }, typed)).toBe(
    still,
  );
});
