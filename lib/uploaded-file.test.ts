import { expect, test } from "vitest";
import { mediaTypeOf, mostFileBytes, readableName, whyNotFile } from "./uploaded-file";

const bytes = (text: string) => Buffer.from(text, "latin1");
const pdf = bytes("%PDF-1.4\n");

test.each([
  ["%PDF-1.7\n…", "application/pdf"],
  ["\x89PNG\r\n\x1a\n…", "image/png"],
  ["\xff\xd8\xff\xe0…", "image/jpeg"],
  ["<!doctype html><script>", null],
  ["<svg xmlns=", null],
  ["GIF89a", null],
  ["PK\x03\x04", null],
  [" %PDF-1.7", null],
  ["\x89PNG", null],
  ["", null],
])("a file that begins with %j is %s", (begins, type) => {
  expect(mediaTypeOf(bytes(begins))).toBe(type);
});

test.each([
  [pdf, null],
  [bytes(""), "file-missing"],
  [bytes("MZ"), "file-unknown-kind"],
  [Buffer.concat([pdf, Buffer.alloc(mostFileBytes)]), "file-too-large"],
])("a file is taken or refused for what it is", (file, refusal) => {
  expect(whyNotFile(file)).toBe(refusal);
});

test.each([
  ["Consent 2024.pdf", "Consent 2024.pdf"],
  ["../../etc/passwd", "....etcpasswd"],
  ["a\u202Efdp.exe\n", "afdp.exe"],
  ["\u0007", "–"],
  ["x".repeat(300), "x".repeat(120)],
])("a file called %j is shown as %j", (name, shown) => {
  expect(readableName(name)).toBe(shown);
});
