import { describe, expect, test } from "vitest";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { type Audience, type Held, needs } from "./audience";

const held = (kind: Held["kind"], word: Held["state"]["word"], yes = ["use"]): Held => {
  return { kind, state: { word, yes } };
};
const video = held("platform-disclosure", "given");
const recording = held("recording-consent", "given");

describe("who needs what", () => {
  test.each<[string, Audience, Held[], boolean, PlatformKind?]>([
    ["what is for those on video, who meet by video", "on-video", [], true, "video"],
    ["not who said yes to it and meets by phone", "on-video", [video], false, "phone"],
    ["what is for those recorded, however they meet", "recorded", [recording], true, "phone"],
    ["what is for everyone, everyone", "everyone", [], true],
    ["what is given out by hand, nobody by rule", "by-hand", [video, recording], false],
    ["what is for those on video, who said yes to a platform", "on-video", [video], true],
    ["not who was recorded alone", "on-video", [recording], false],
    ["what is for those recorded, who said yes to recording", "recorded", [recording], true],
    ["not who is on video alone", "recorded", [video], false],
    ["not whose yes ended", "recorded", [held("recording-consent", "expired")], false],
    ["not who took it back", "on-video", [held("platform-disclosure", "withdrawn", [])], false],
    ["not who said no", "on-video", [held("platform-disclosure", "refused", [])], false],
    ["not who was only asked", "recorded", [held("recording-consent", "requested", [])], false],
    [
      "one live yes of several texts is enough",
      "recorded",
      [held("recording-consent", "refused", []), recording],
      true,
    ],
  ])("%s", (_, audience, states, expected, meetsBy) => {
    expect(needs(audience, states, meetsBy)).toBe(expected);
  });
});
