import { expect, test } from "vitest";
import type { VersionFacts } from "@/lib/disclosures/rules";
import { consentState, type RequestFacts } from "./consent-state";
import { answer, day, request, use, version } from "./facts.fixture";

const now = day(20);
const v1 = version("v1", 1, day(1));

test.each<[string, VersionFacts[], RequestFacts[], object]>([
  [
    "it rests while they meet where nothing can be recorded",
    [v1],
    [request({ answer: answer({ withoutRecording: [{ from: day(8), until: null }] }) })],
    { word: "resting", since: day(8), yes: ["look-back"], restsBecause: "platform", due: false },
  ],
  [
    "given while they meet there, it rests from the start",
    [v1],
    [request({ answer: answer({ withoutRecording: [{ from: day(2), until: null }] }) })],
    { word: "resting", since: day(5), restsBecause: "platform" },
  ],
  [
    "and is live again when they meet elsewhere",
    [v1],
    [request({ answer: answer({ withoutRecording: [{ from: day(8), until: day(20) }] }) })],
    { word: "given", since: day(5), restsBecause: null },
  ],
  [
    "it does not rest before that day",
    [v1],
    [request({ answer: answer({ withoutRecording: [{ from: day(21), until: null }] }) })],
    { word: "given", restsBecause: null },
  ],
  [
    "what ends while it rests has ended",
    [v1],
    [
      request({
        answer: answer({ expiresAt: day(14), withoutRecording: [{ from: day(8), until: null }] }),
      }),
    ],
    { word: "expired", since: day(14), restsBecause: null },
  ],
  [
    "what was given to somebody else is asked again, wherever they meet",
    [v1],
    [
      request({
        answer: answer({ restsSince: day(9), withoutRecording: [{ from: day(8), until: null }] }),
      }),
    ],
    { word: "resting", since: day(9), restsBecause: "treating" },
  ],
  [
    "a no does not rest",
    [v1],
    [
      request({
        answer: answer({
          items: [use("look-back", "no")],
          withoutRecording: [{ from: day(8), until: null }],
        }),
      }),
    ],
    { word: "refused", restsBecause: null },
  ],
])("a permission to record: %s", (_, versions, requests, expected) => {
  expect(consentState({ versions, requests }, now)).toMatchObject(expected);
});
