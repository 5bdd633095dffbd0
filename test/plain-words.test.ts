import { describe, expect, test } from "vitest";
import { en } from "@/locales/en/texts";
import { es } from "@/locales/es/texts";

type Texts = { [key: string]: string | Texts };

const sentences = (texts: Texts, under = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${under}${key}`, value]] : sentences(value, `${under}${key}.`),
  );
const english = sentences(en);
const spanish = sentences(es);
const found = (all: [string, string][], word: RegExp) =>
  all.filter(([, words]) => word.test(words)).map(([key, words]) => `${key}: ${words}`);

describe("words that people met as riddles do not come back, in English:", () => {
  test.each([
    [/\btrail\b(?! \{)/i, "history of the practice"],
    [/\bclaims?\b(?!\})/i, "safeguard"],
    [/\brests?\b/i, "paused, depends, does not count"],
    [/\binstallation\b/i, "the server, automatically"],
    [/\b(give|end) \{role\}/i, "add the role, remove the role"],
    [/facts? (is|are) (old|unknown)/i, "to check again, not known yet"],
    [/\b(cancel|open) requests?\b/i, "question"],
    [/\bYou and I\b/, "we"],
    [/\basks me\b/, "asks us"],
  ])("%s (say: %s)", (word) => {
    expect(found(english, word)).toEqual([]);
  });
});

describe("and in Spanish:", () => {
  test.each([
    [/vigilar/i, "cambios externos"],
    [/descansa/i, "en pausa"],
    [/otra forma|formas? de (verse|vernos|reunirse)/i, "otra manera de verse"],
    [/reunirse|reúnen?\b/i, "verse"],
    [/^De \{therapist\}/, "le escribe …"],
    [/usted( \w+)? que usted/i, "que sabe"],
    [/afirmaci/i, "medida de protección"],
    [/instalación/i, "el servidor, automáticamente"],
    [/\bañ[aá]d/i, "agregar"],
    [/\bme pide\b/i, "nos pide"],
  ])("%s (diga: %s)", (word) => {
    expect(found(spanish, word)).toEqual([]);
  });
});

test("on patients' pages “I” is the patient, and the practice is “we”", () => {
  const ofPatients = /^(rooms\.join|safeguards\.mine|placing\.mine|my\.home\.safeguards)/;
  const said = english.map(([key, words]): [string, string] => [key, words.replace(/“[^”]*”/g, "")]);
  expect(
    found(
      said.filter(([key]) => ofPatients.test(key)),
      /\b(I|me)\b/,
    ),
  ).toEqual([]);
});
