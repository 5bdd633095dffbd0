import { expect, test } from "vitest";
import { consentState } from "@/lib/consents/consent-state";
import { answer, day, request, use, version } from "@/lib/consents/facts.fixture";
import { type BoardPart, partOf, sharesOf } from "./board-parts";

const versions = [version("v1", 1, day(1))];
const ana = {
  id: "ana",
  legalName: "Ana Ruiz",
  calledName: "Ana",
  phone: null,
  hasEmail: true,
  undelivered: false,
};
const cellOf = (requests: ReturnType<typeof request>[], isNeeded = true) => ({
  kind: "authorization" as const,
  state: consentState({ versions, requests }, day(20)),
  isNeeded,
});
const given = (...items: ReturnType<typeof use>[]) => [request({ answer: answer({ items }) })];

test.each<[BoardPart, ReturnType<typeof cellOf>, Partial<typeof ana> & { onPaper?: boolean }]>([
  ["agreed", cellOf(given(use("a", "yes"), use("b", "yes"))), {}],
  ["some-uses", cellOf(given(use("a", "yes"), use("b", "no"))), {}],
  ["said-no", cellOf(given(use("a", "no"))), {}],
  ["said-no", cellOf(given(use("a", "yes", day(7)))), {}],
  ["talk-first", cellOf([request({ talkFirstSince: day(5) })]), {}],
  ["waiting", cellOf([request()]), {}],
  ["not-reached", cellOf([request()]), { undelivered: true }],
  ["not-reached", cellOf([request()]), { hasEmail: false }],
  ["not-reached", cellOf([request()]), { onPaper: true }],
  ["not-asked", cellOf([]), {}],
  ["other", cellOf([], false), {}],
  ["other", cellOf([request({ declinedAt: day(5) })]), {}],
  ["ended", cellOf([request({ answer: answer({ expiresAt: day(10) }) })]), {}],
  ["agreed", cellOf([...given(use("a", "yes")), request({ id: "r2", askedAt: day(8) })]), {}],
])("%s", (part, cell, patient) => {
  expect(partOf(cell, { ...ana, ...patient })).toBe(part);
});

test("everybody is in one part", () => {
  const people = [cellOf([]), cellOf([request()]), cellOf([])].map((cell) => ({
    patient: ana,
    cells: [cell],
  }));
  expect(sharesOf(people, 0)).toEqual({ "not-asked": 2, waiting: 1 });
});
