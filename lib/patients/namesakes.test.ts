import { expect, test } from "vitest";
import { whomToAskAbout } from "./rules";

test.each([
  [[], undefined, null],
  [["a"], undefined, "a"],
  [["a", "b"], undefined, "a"],
  [["a", "b"], "b", null],
  [["a"], "c", "a"],
])("of the namesakes %j, when somebody is other than %s, asked about is %s", (ids, otherThan, asked) => {
  const namesakes = ids.map((id) => ({ id }));
  expect(whomToAskAbout(namesakes, otherThan)?.id ?? null).toBe(asked);
});
