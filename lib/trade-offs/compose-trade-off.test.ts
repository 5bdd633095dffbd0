import { describe, expect, test } from "vitest";
import { languages } from "@/lib/languages";
import { parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import { whyNotDrawable } from "@/lib/paper/fonts";
import type { ComparedPlatform } from "@/lib/platforms/compare-facts";
import { composeTradeOff, type TradeOffFacts, tradeOffSha256, tradeOffWords } from "./compose-trade-off";

type Facts = ComparedPlatform["facts"];
const noted = { goodUntil: null, notedAt: new Date("2026-03-03") };
const recording = (value: "yes" | "no", words: string | null = null): Facts =>
  new Map([
    [
      "recording",
      {
        value,
        words: words ? { en: words } : null,
        source: "checked",
        sourceName: null,
        checkedOn: "2026-03-03",
        ...noted,
      } as const,
    ],
  ]);
const zoom: ComparedPlatform = { id: "1", kind: "video", name: "Zoom", facts: recording("yes") };
const phone: ComparedPlatform = { id: "2", kind: "phone", name: "phone", facts: recording("no") };
const facts: TradeOffFacts = {
  now: zoom,
  there: phone,
  fromOn: "2026-04-01",
  trialUntil: null,
  reviewOn: null,
  recording: null,
  today: "2026-03-20",
};
const bodyOf = (changed: Partial<TradeOffFacts>, language: "en" | "es" = "en") =>
  plainTextOf(parseDisclosureMarkdown(composeTradeOff({ ...facts, ...changed }, language, "signed").body));

test("in English it says from when, how, and what is different", () => {
  const text = composeTradeOff({ ...facts, trialUntil: "2026-04-30" }, "en", "signed");
  expect(text.title).toBe("From Zoom to phone: what is different there");
  expect(text.inShort).toBe(
    "From April 1, 2026 on, we meet by phone instead of on Zoom. We try it until April 30, 2026. Here is only what is different there.",
  );
  expect(text.body).toContain("**not possible** *(checked on March 3, 2026)*");
  expect(text.statement).toBe("I have read what is different there.");
});

test("en español lo mismo, de usted", () => {
  const text = composeTradeOff(facts, "es", "explained");
  expect(text.title).toBe("De Zoom a teléfono: qué cambia allí");
  expect(text.inShort).toBe(
    "Desde el 1 de abril de 2026, nos vemos por teléfono en vez de por Zoom. Aquí está solo lo que cambia allí.",
  );
  expect(text.statement).toBe("Se explicó en voz alta qué cambia allí.");
});

test("a day that has come is not promised any more", () => {
  expect(composeTradeOff({ ...facts, today: "2026-04-01" }, "en", "signed").inShort).toMatch(
    /^As soon as you know this, we meet by phone/,
  );
});

describe("the consequences", () => {
  test.each<[string, Partial<TradeOffFacts>, RegExp]>([
    ["a yes to recording rests", { recording: "rests" }, /Your yes is paused there, it is not lost/],
    ["a yes that rests counts again", { recording: "again" }, /There, it counts again/],
    ["a trial ends by itself", { trialUntil: "2026-04-30" }, /ends by itself after April 30, 2026/],
    ["it is looked at again", { reviewOn: "2026-04-28" }, /On April 28, 2026 we look together/],
    ["either side can go back", {}, /You can go back at any time, with one press/],
    ["nothing is different", { there: zoom }, /nothing is different/],
    ["what is not known is said", { there: { ...phone, facts: new Map() } }, /I do not guess/],
  ])("%s", (_, changed, expected) => {
    expect(bodyOf(changed)).toMatch(expected);
  });

  test("what does not apply is not there", () => {
    expect(bodyOf({})).not.toMatch(/recording our sessions|trial|look together|guess/);
  });
});

test("what somebody typed cannot open a cell, a link or a heading", () => {
  const words = "a | b [c](https://evil.test) **d** <e> `f` \\| # g";
  const body = bodyOf({ there: { ...phone, facts: recording("no", words) } });
  expect(body).toContain(words);
});

test.each(languages)(
  "the same facts give the same fingerprint in %s, and any other fact another",
  (language) => {
    const { textSha256, ...text } = composeTradeOff(facts, language, "signed");
    expect(composeTradeOff(facts, language, "signed").textSha256).toBe(textSha256);
    expect(tradeOffSha256(text)).toBe(textSha256);
    const others = [
      composeTradeOff(facts, language, "explained"),
      composeTradeOff({ ...facts, recording: "rests" }, language, "signed"),
      composeTradeOff({ ...facts, there: { ...phone, facts: recording("yes") } }, language, "signed"),
      composeTradeOff({ ...facts, reviewOn: "2026-05-01" }, language, "signed"),
    ].map((other) => other.textSha256);
    expect(new Set([textSha256, ...others]).size).toBe(5);
  },
);

test("every sentence can be drawn, and none promises too much", () => {
  const words = JSON.stringify(tradeOffWords, (_, value) =>
    typeof value === "function" ? String(value) : value,
  );
  expect(whyNotDrawable(words)).toBeNull();
  expect(words).not.toMatch(/\b(never|100 %|guaranteed|secure|nunca|garantizado|seguro)\b/i);
});
