import { expect, test } from "vitest";
import { earlierAgreementInput } from "./input";
import { mediaTypeOf, mostFileBytes, readableName, whyNotFile, whyNotNoteAgreement } from "./rules";

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
  ["2026-03-03", [], null],
  ["2026-03-04", [], "agreed-in-future"],
  ["2026-03-02", ["a"], "same-file"],
])("an agreement of %s beside %j", (agreedOn, filed, refusal) => {
  expect(whyNotNoteAgreement({ agreedOn, sha256: "a" }, { today: "2026-03-03", filed })).toBe(refusal);
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

test("uses are read a line each; none, too many or too long are not", () => {
  const id = "019ab0f0-0000-7000-8000-000000000002";
  const fields = { patientId: id, disclosureId: id, form: "paper", agreedOn: "2024-03-01" };
  const read = (uses: string) => earlierAgreementInput.safeParse({ ...fields, uses }).data?.uses;
  expect(read(" look back \n\nteaching\n")).toEqual(["look back", "teaching"]);
  for (const wrong of ["", " \n ", "x".repeat(301), "a\n".repeat(21)]) expect(read(wrong)).toBeUndefined();
  expect(earlierAgreementInput.safeParse({ ...fields, agreedOn: "2024-02-30", uses: "a" }).success).toBe(
    false,
  );
});
