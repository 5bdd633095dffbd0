import { describe, expect, test } from "vitest";
import { languages } from "./languages";
import { pageWords } from "./offline-words";
import { sentences } from "./sentences";
import { alterations, notCheckableReasons, unknownIdentities, type Verdict } from "./verdict";
import { codesOf, sayVerdict } from "./wording";

const notJudged = {
  sha256: "0".repeat(64),
  identity: { state: "unknown", reason: "not-judged", fingerprint: null },
  time: { state: "not-judged" },
  record: null,
} as const;

const failed: Verdict[] = [
  ...alterations.map((reason): Verdict => ({ ...notJudged, integrity: { state: "altered", reason } })),
  ...notCheckableReasons.map(
    (reason): Verdict => ({ ...notJudged, integrity: { state: "not-checkable", reason } }),
  ),
];
const at = "2026-11-23T17:04:40.000Z";
const passed: Verdict[] = [
  ...unknownIdentities.map(
    (reason): Verdict => ({
      ...notJudged,
      integrity: { state: "intact" },
      identity: { state: "unknown", reason, fingerprint: "00" },
      time: { state: "claimed", at, reason: "no-timestamp" },
    }),
  ),
  {
    ...notJudged,
    integrity: { state: "intact" },
    identity: { state: "known", practice: { name: "Harbor Lane", slug: "harbor-lane" }, fingerprint: "00" },
    time: { state: "trusted", at, authority: "Time service" },
  },
  {
    ...notJudged,
    integrity: { state: "intact", except: "stamp" },
    time: { state: "claimed", at, reason: "unknown-time-service" },
  },
];
const verdicts = [...failed, ...passed];

describe.each(languages)("the verdict in %s", (language) => {
  test("every outcome has a sentence and one about what it does not prove", () => {
    const used = new Set<string>();
    for (const verdict of verdicts) {
      for (const code of Object.values(codesOf(verdict))) used.add(code);
      for (const { says, doesNotProve } of Object.values(sayVerdict(verdict, language))) {
        expect(says.length).toBeGreaterThan(10);
        expect(doesNotProve.length).toBeGreaterThan(10);
        expect(says + doesNotProve).not.toMatch(/[{}]/);
      }
    }
    expect([...used].toSorted()).toEqual(Object.keys(sentences).toSorted());
  });

  test("names the practice, the moment with its zone, and the time service", () => {
    const verdict = passed.find(({ identity }) => identity.state === "known");
    const said = verdict && sayVerdict(verdict, language);
    expect(said?.identity.says).toContain("Harbor Lane");
    expect(said?.time.says).toMatch(/2026.*17:04|2026.*5:04.*UTC/);
    expect(said?.time.says).toContain("UTC");
    expect(said?.time.says).toContain("Time service");
  });

  test("promises nothing it cannot keep and stays short", () => {
    const texts = [
      ...Object.values(sentences).flatMap((each) => [each[language].says, each[language].doesNotProve]),
      ...Object.values(pageWords[language]),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(
        /\b(never|cannot prove|guarantee|100 ?%|permanently|fully|qualified|advanced)\b/i,
      );
      expect(text).not.toMatch(/\b(nunca|garantiza\w*|para siempre|totalmente|cualificad\w*|avanzad\w*)\b/i);
      for (const sentence of text.split(/[.:;!?]\s/)) {
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(18);
      }
    }
  });
});
