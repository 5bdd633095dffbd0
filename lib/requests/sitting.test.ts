import { expect, test } from "vitest";
import { answer, request } from "@/lib/consents/facts.fixture";
import type { PlacedRequest } from "@/lib/consents/request-facts";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { sittingOf } from "./sitting";

const kinds: Record<string, DisclosureKind> = {
  notice: "privacy-notice",
  video: "platform-disclosure",
  electronic: "electronic-records-consent",
};
const kindOf = ({ id }: PlacedRequest) => kinds[id] ?? null;

function asked(id: string, more: Partial<PlacedRequest> = {}): PlacedRequest {
  return { ...request({ id }), patientId: "ana", disclosureId: id, sittingId: "s", ...more };
}
const packet = [asked("notice"), asked("video"), asked("electronic")];

test.each([
  ["electronic", "consent-first", { position: 1, total: 3, nextRequestId: "notice" }],
  ["notice", "electronic", { position: 2, total: 3, nextRequestId: "electronic" }],
  ["video", "paper", { position: 3, total: 3, nextRequestId: "electronic" }],
] as const)("in a packet the text about electronic records comes first: %s", (id, route, sitting) => {
  expect(sittingOf(packet, asked(id), kindOf, route)).toEqual(sitting);
});

test("what is read on paper is not led to", () => {
  const [notice = asked("notice"), video = asked("video")] = packet;
  const declined = asked("electronic", { answer: answer() });
  expect(sittingOf([notice, video, declined], declined, kindOf, "paper")?.nextRequestId).toBe("video");
  expect(sittingOf([notice, declined], declined, kindOf, "paper")?.nextRequestId).toBe(null);
  expect(sittingOf([notice, declined], declined, kindOf, "test-first")?.nextRequestId).toBe("notice");
});
