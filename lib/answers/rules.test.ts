import { describe, expect, test } from "vitest";
import { consentState } from "@/lib/consents/consent-state";
import { answer, day, request, use, version } from "@/lib/consents/facts.fixture";
import type { RecordsRoute } from "@/lib/electronic-records/records-route";
import { whyNotAnswer, whyNotAnswerAnew } from "./rules";

const now = day(20);
const electronic: { route: RecordsRoute } = { route: "electronic" };
const v1 = version("v1", 1, day(1));
const v2 = version("v2", 2, day(10));

describe("why an answer is refused", () => {
  const open = { ...request(), capacity: "self" as const, versions: [v1, v2], ...electronic };
  const onRoute = (route: RecordsRoute) => ({ ...open, route });
  const shown = { versionId: "v2", textSha256: "hash", answers: { one: "yes" as const } };
  const text = {
    textSha256: "hash",
    foundSha256: "hash",
    items: [
      { id: "one", required: true },
      { id: "two", required: false },
    ],
  };
  test.each([
    ["the text in force, required uses answered", open, shown, null],
    ["cancelled", { ...open, cancelledAt: day(3) }, shown, "request-cancelled"],
    ["answered before", { ...open, answer: answer() }, shown, "already-answered"],
    ["the patient has come of age", { ...open, capacity: null }, shown, "patient-of-age"],
    ["wanted in writing, screens not agreed to", onRoute("consent-first"), shown, "electronic-records-first"],
    ["wanted in writing, no sample opened", onRoute("test-first"), shown, "access-test-first"],
    ["wanted on paper", onRoute("paper"), shown, "paper-route"],
    ["a newer version is in force", open, { ...shown, versionId: "v1" }, "newer-version"],
    [
      "other wording came while they had the text on the screen",
      { ...open, openedVersionId: "v1", versions: [v1, { ...v2, change: "editorial" as const }] },
      { ...shown, versionId: "v1" },
      null,
    ],
    [
      "a text asked about ahead of its day",
      { ...open, versionId: "v3", versions: [v1, v2, version("v3", 3, day(25))] },
      { ...shown, versionId: "v3" },
      null,
    ],
    ["the text differs from the published one", open, { ...shown, textSha256: "other" }, "text-differs"],
    ["a required use has no answer", open, { ...shown, answers: { two: "yes" as const } }, "item-unanswered"],
    ["nothing is answered", open, { ...shown, answers: {} }, "item-unanswered"],
    [
      "a use of another text",
      open,
      { ...shown, answers: { one: "yes" as const, x: "no" as const } },
      "item-unknown",
    ],
  ])("%s", (_, facts, input, refusal) => {
    expect(whyNotAnswer(facts, input, text, now)).toBe(refusal);
  });

  test("the text was altered after it was published", () => {
    expect(whyNotAnswer(open, shown, { ...text, foundSha256: "other" }, now)).toBe("text-damaged");
  });
});

const yesToAll = answer({ items: [use("look-back", "yes"), use("teaching", "yes")] });
const nothing = "nothing-to-answer";
test.each([
  ["a first question still open", [v1], [request()], nothing],
  ["a first question that was cancelled", [v1], [request({ cancelledAt: now })], nothing],
  ["yes to everything", [v1], [request({ answer: yesToAll })], nothing],
  ["yes to everything, and a newer text", [v1, v2], [request({ answer: yesToAll })], null],
  ["one no", [v1], [request({ answer: answer() })], null],
  ["nothing but no", [v1], [request({ answer: answer({ items: [use("a", "no")] }) })], null],
  ["a yes taken back", [v1], [request({ answer: answer({ items: [use("a", "yes", now)] }) })], null],
  ["a no, and a question open anew", [v1], [request({ answer: answer() }), request({ id: "r2" })], nothing],
])("answer anew: %s", (_, versions, requests, refusal) => {
  expect(
    whyNotAnswerAnew(consentState({ versions, requests }, now), {
      kind: "recording-consent",
      retiredAt: null,
    }),
  ).toBe(refusal);
});
