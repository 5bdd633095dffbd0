import { expect, test } from "vitest";
import { csvLine } from "./csv";

test.each([
  ["=1+1", "'=1+1"],
  ["+15550100", "'+15550100"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["|cmd", "'|cmd"],
  ["＝1+1", "'＝1+1"],
  ["  =HYPERLINK()", "'  =HYPERLINK()"],
  ["\t=1", '"\'\t=1"'],
])("a cell that a spreadsheet would calculate is shown as text: %j", (typed, kept) => {
  expect(csvLine([typed])).toBe(`${kept}\r\n`);
});

test("commas, quotes and line ends stay inside their cell", () => {
  expect(csvLine(['Ruiz, "Ana"', "two\nlines", null])).toBe('"Ruiz, ""Ana""","two\nlines",\r\n');
});

test("an ordinary name stays as it is", () => {
  expect(csvLine(["Ana María Ruiz", "yes"])).toBe("Ana María Ruiz,yes\r\n");
});
