import { expect, test } from "vitest";
import { isUnknownName, mustBeSignable } from "./signature-rules";

const known = ["Farah Nazari-O’Neill", "Fari"];

test.each([
  ["Farah Nazari", false],
  ["farah", false],
  ["FARI", false],
  ["F. Nazari", false],
  ["Nazari, Farah", false],
  ["Fárah Smith", false],
  ["Farah\u0301", false],
  ["Neill O'Neill", false],
  ["F. Oneill", false],
  ["Mickey Mouse", true],
  ["Far", true],
  ["F. N.", true],
  ["Farahnazari", true],
  ["–", true],
])("somebody known as Farah Nazari-O’Neill or Fari signs as %s: asked is %s", (typed, isAsked) => {
  expect(isUnknownName(typed, known)).toBe(isAsked);
});

test.each([
  ["Łukasz Żak", "Lukasz", false],
  ["José Núñez", "JOSE", false],
  ["Андрей Белый", "БЕЛЫЙ", false],
  ["Jean-Luc Roy", "Jean‑Luc", false],
  ["Kaleo ʻŌpūnui", "Opunui", false],
  ["Siobhan O‘Neill", "oʻneill", false],
  ["", "Ana", true],
])("known as “%s”, signed as %s: asked is %s", (legalName, typed, isAsked) => {
  expect(isUnknownName(typed, [legalName])).toBe(isAsked);
});

test.each(["Jean‑Luc", "Jean‐Luc", "O’Neill", "Oʼneill", "ʻŌpūnui"])(
  "%s can be signed with",
  (printedName) => {
    expect(() => mustBeSignable({ printedName, mark: null })).not.toThrow();
  },
);
