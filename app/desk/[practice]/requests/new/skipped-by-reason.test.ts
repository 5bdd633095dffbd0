import { expect, test } from "vitest";
import { skippedByReason } from "./skipped-by-reason";

const people = ["ana", "ben", "zoe"].map((id) => ({ id }));
const skip = (patientId: string, disclosureId: string, reason: "said-no" | "already-asked") => {
  return { patientId, disclosureId, reason };
};

test("who is skipped stands under the reason, in the order of the people, most first", () => {
  const skipped = [
    skip("zoe", "r", "said-no"),
    skip("zoe", "r", "already-asked"),
    skip("ana", "r", "already-asked"),
    skip("ana", "e", "already-asked"),
  ];
  expect(skippedByReason(skipped, people)).toEqual([
    {
      reason: "already-asked",
      people: [
        { person: { id: "ana" }, disclosureIds: ["r", "e"] },
        { person: { id: "zoe" }, disclosureIds: ["r"] },
      ],
    },
    { reason: "said-no", people: [{ person: { id: "zoe" }, disclosureIds: ["r"] }] },
  ]);
  expect(skippedByReason([], people)).toEqual([]);
});
