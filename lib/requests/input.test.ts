import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { askPatientsInput } from "./input";

const whom = { patientIds: [uuid()], disclosureIds: [uuid()] };

describe("what nobody said when patients are asked", () => {
  test.each([
    ["", "", null, undefined],
    [null, undefined, null, undefined],
    ["2026-03-02", "in-the-morning", "2026-03-02", "in-the-morning"],
  ])("a form with day %j and leaving %j asks for %j and %j", (dueOn, leaving, day, when) => {
    const asked = askPatientsInput.parse({ ...whom, dueOn, leaving });
    expect([asked.dueOn, asked.leaving]).toEqual([day, when]);
  });

  test.each([
    ["dueOn", "tomorrow"],
    ["leaving", "never"],
    ["patientIds", []],
    ["disclosureIds", []],
  ])("%s is not %j", (field, said) => {
    const asked = askPatientsInput.safeParse({ ...whom, dueOn: "", [field]: said });
    expect(asked.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
