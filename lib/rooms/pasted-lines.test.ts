import { expect, test } from "vitest";
import { readPastedLines } from "./pasted-lines";

const people = [
  { id: "ana", name: "Ana Ruiz" },
  { id: "ben", name: "Ben O’Neill" },
  { id: "eva1", name: "Eva Li" },
  { id: "eva2", name: "Eva Li" },
];
const zoom = "https://zoom.us/j/81234567890?pwd=a1";

test.each([
  ["a name, a tab and a link", `Ana Ruiz\t${zoom}`, { ownerId: "ana", meeting: zoom, passcode: "" }],
  ["a passcode in the third column", `Ana Ruiz\t${zoom}\t9876`, { ownerId: "ana", passcode: "9876" }],
  ["an empty column between", `Ana Ruiz\t\t${zoom}`, { ownerId: "ana", meeting: zoom }],
  ["the surname first", `Ruiz, Ana\t${zoom}`, { ownerId: "ana" }],
  ["another case and apostrophe", `ben o'neill\t${zoom}`, { ownerId: "ben" }],
  ["spaces instead of a tab", `Ana Ruiz  ${zoom}`, { ownerId: "ana", meeting: zoom }],
  ["a colon", `Ana Ruiz: ${zoom}`, { ownerId: "ana", meeting: zoom }],
  ["the number alone", "Ana Ruiz 812 3456 7890", { ownerId: "ana", meeting: "812 3456 7890" }],
  ["a code of Meet", "Ana Ruiz, abc-defg-hij", { ownerId: "ana", meeting: "abc-defg-hij" }],
  ["an address without https", "Ana Ruiz doxy.me/dr-r/ana", { ownerId: "ana", meeting: "doxy.me/dr-r/ana" }],
  ["no link", "Ana Ruiz", { problem: "no-link" }],
  ["no name", zoom, { problem: "no-name" }],
  ["a name that nobody here has", `Ana Ruiz Soto\t${zoom}`, { problem: "nobody" }],
  ["a part of a name", `Ana\t${zoom}`, { problem: "nobody" }],
  ["a name that two have", `Eva Li\t${zoom}`, { problem: "several" }],
])("of %s it is read whose it is, or why not", (_, line, expected) => {
  expect(readPastedLines(line, people)).toMatchObject([expected]);
});

test("who stands on two lines gets the first, and empty lines are none", () => {
  const read = readPastedLines(
    `Ana Ruiz\t${zoom}\r\n\n Ana Ruiz\thttps://meet.google.com/abc-defg-hij\n`,
    people,
  );
  expect(read).toMatchObject([{ ownerId: "ana", meeting: zoom }, { problem: "twice" }]);
});
