import { expect, test } from "vitest";
import { earlierAgreementInput } from "./input";
import { whyNotNoteAgreement } from "./rules";

test.each([
  ["2026-03-03", [], null],
  ["2026-03-04", [], "agreed-in-future"],
  ["2026-03-02", ["a"], "same-file"],
])("an agreement of %s beside %j", (agreedOn, filed, refusal) => {
  expect(whyNotNoteAgreement({ agreedOn, sha256: "a" }, { today: "2026-03-03", filed })).toBe(refusal);
});

test("uses are read a line each; none, too many or too long are not", () => {
  const id = "019ab0f0-0000-7000-8000-000000000002";
  const fields = {
    patientId: id,
    disclosureId: id,
    form: "paper",
    agreedOn: "2024-03-01",
    wordsLanguage: "es",
  };
  const read = (uses: string) => earlierAgreementInput.safeParse({ ...fields, uses }).data?.uses;
  expect(read(" look back \n\nteaching\n")).toEqual(["look back", "teaching"]);
  for (const wrong of ["", " \n ", "x".repeat(301), "a\n".repeat(21)]) expect(read(wrong)).toBeUndefined();
  expect(earlierAgreementInput.safeParse({ ...fields, agreedOn: "2024-02-30", uses: "a" }).success).toBe(
    false,
  );
});
