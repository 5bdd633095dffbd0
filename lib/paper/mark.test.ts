import { expect, test } from "vitest";
import { asMark, type MarkRefusal, markSha256, whyNotMark } from "./mark";

const wave = Array.from({ length: 60 }, (_, i) => [20 + i * 9, 100 + Math.sin(i / 3) * 60]);

test.each<[string, unknown, MarkRefusal | null]>([
  ["a signature", [wave], null],
  ["a signature with a dot on the i", [wave, [[300, 20]]], null],
  ["nothing", [], "mark-too-small"],
  ["one point", [[[300, 100]]], "mark-too-small"],
  [
    "four points far apart",
    [
      [
        [0, 0],
        [600, 0],
        [600, 200],
        [0, 200],
      ],
    ],
    "mark-too-small",
  ],
  ["many points on one spot", [Array.from({ length: 90 }, () => [300, 100])], "mark-too-small"],
  ["too many strokes", Array.from({ length: 201 }, () => [[1, 1]]), "mark-too-large"],
  ["too many points", [Array.from({ length: 6_001 }, (_, i) => [i % 600, 10])], "mark-too-large"],
  ["a point outside the box", [[...wave, [601, 100]]], "mark-unreadable"],
  ["a negative coordinate", [[...wave, [-1, 100]]], "mark-unreadable"],
  ["not a number", [[...wave, [Number.NaN, 100]]], "mark-unreadable"],
  ["a coordinate of words", [[...wave, ["1", 100]]], "mark-unreadable"],
  ["a point of three numbers", [[...wave, [1, 2, 3]]], "mark-unreadable"],
  ["an empty stroke", [wave, []], "mark-unreadable"],
  ["a picture", "data:image/png;base64,AAAA", "mark-unreadable"],
  ["null", null, "mark-unreadable"],
])("%s", (_, strokes, refusal) => {
  expect(whyNotMark(strokes)).toBe(refusal);
});

test("the fingerprint belongs to what is drawn: tenths of a point", () => {
  const slightly = wave.map(([x = 0, y = 0]) => [x + 0.001, y]);
  expect(markSha256(asMark([slightly]))).toBe(markSha256(asMark([wave])));
  expect(markSha256(asMark([wave.slice(1)]))).not.toBe(markSha256(asMark([wave])));
});
