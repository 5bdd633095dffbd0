import { describe, expect, test } from "vitest";
import { cleanName, type NameRefusal, whyNotName } from "@/lib/typed-name";

describe("a typed name", () => {
  test.each<[string, string, NameRefusal | null]>([
    ["an ordinary name", "Ana Núñez", null],
    ["one letter", "X", null],
    ["a name in another script", "李小龍", null],
    ["a Persian name with its joiner", "علی\u200cرضا", null],
    ["nothing", "", "name-empty"],
    ["spaces", "   ", "name-empty"],
    ["no-break spaces", "\u00a0\u00a0", "name-empty"],
    ["zero-width characters", "\u200b\u200d\u2060\ufeff", "name-empty"],
    ["a Hangul filler", "\u3164", "name-empty"],
    ["a blank Braille cell", "\u2800", "name-empty"],
    ["NUL", "Ana\0", "name-control-characters"],
    ["a bell", "A\u0007na", "name-control-characters"],
    ["a line break", "Ana\nBob", "name-control-characters"],
    ["a tab", "Ana\tBob", "name-control-characters"],
    ["a C1 control", "Ana\u0085", "name-control-characters"],
    ["a line separator", "Ana\u2028Bob", "name-control-characters"],
    ["a right-to-left override", "Ana\u202eanA", "name-bidi-characters"],
    ["an isolate", "\u2066Ana\u2069", "name-bidi-characters"],
    ["an Arabic letter mark", "Ana\u061c", "name-bidi-characters"],
    ["a left-to-right mark", "Ana\u200e", "name-bidi-characters"],
    ["a lone high surrogate", "Ana\ud83d", "name-lone-surrogate"],
    ["a lone low surrogate", "\ude00Ana", "name-lone-surrogate"],
    ["120 letters", "é".repeat(120), null],
    ["120 letters typed decomposed", "e\u0301".repeat(120), null],
    ["120 characters beyond the basic plane", "𠮷".repeat(120), null],
    ["121 letters", "a".repeat(121), "name-too-long"],
  ])("%s", (_, name, refusal) => {
    expect(whyNotName(name)).toBe(refusal);
  });

  test.each([
    ["  Ana   Núñez ", "Ana Núñez"],
    ["Ana\u00a0Núñez", "Ana Núñez"],
    ["Nu\u0301n\u0303ez", "Núñez"],
    ["\ufeffAna\u200b", "Ana"],
    ["Jean\u2011Luc\u2010Roy", "Jean-Luc-Roy"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(cleanName(typed)).toBe(kept);
  });
});
