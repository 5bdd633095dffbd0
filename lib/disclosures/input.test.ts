import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { publishDraftInput } from "./input";

const sheet = {
  disclosureId: uuid(),
  revision: 1,
  change: "material",
  summaries: {},
  effectiveOn: "2026-03-02",
  reviewBy: "2026-09-02",
  earlier: null,
  earlierUntil: null,
  saidOtherwise: [],
  leftOut: [],
  unread: [],
};

test("what nobody chose or wrote on the sheet is nothing", () => {
  const input = publishDraftInput.parse({
    ...sheet,
    summaries: { es: "Dos." },
    earlier: "",
    earlierUntil: "",
  });
  expect(input).toMatchObject({ summaries: { en: "", es: "Dos." }, earlier: null, earlierUntil: null });
});

test.each([
  ["change", ""],
  ["effectiveOn", ""],
  ["reviewBy", ""],
  ["earlier", "later"],
  ["earlierUntil", "tomorrow"],
])("%s is not %j", (field, said) => {
  const parsed = publishDraftInput.safeParse({ ...sheet, [field]: said });
  expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
});
