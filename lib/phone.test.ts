import { expect, test } from "vitest";
import { withNumbers } from "./phone";

test.each([
  ["In danger? 988 or 911.", ["988", "911"]],
  ["988 (pulse 2; por texto, AYUDA) o 911", ["988", "911"]],
  ["Call (555) 010-0199 or +1 555 010 0100", ["(555) 010-0199", "+1 555 010 0100"]],
  ["1-800-273-8255, text 741741", ["1-800-273-8255", "741741"]],
  ["Open 24/7: 555-0105", ["555-0105"]],
  ["Call the nearest hospital.", []],
  ["112", ["112"]],
])("in “%s” one can dial %j", (sentence, numbers) => {
  const parts = withNumbers(sentence);
  expect(parts.filter(({ tel }) => tel).map(({ text }) => text)).toEqual(numbers);
  expect(parts.map(({ text }) => text).join("")).toBe(sentence);
});

test("what is dialled has figures and a plus only", () => {
  expect(withNumbers("+1 (555) 010-0199")).toMatchObject([
    { text: "+1 (555) 010-0199", tel: "+15550100199" },
  ]);
});
