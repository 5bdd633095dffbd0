import { expect, test } from "vitest";
import { openBlanks } from "./open-blanks";

test.each([
  ["Call [phone].", ["[phone]"]],
  ["[your name], [practice], [your name]", ["[your name]", "[practice]"]],
  ["Complain to the [board](https://board.test).", []],
  ["A list: [a\nb]", []],
  ["Nothing [] here", []],
  ["", []],
])("%s leaves open %j", (text, blanks) => {
  expect(openBlanks(text)).toEqual(blanks);
});
