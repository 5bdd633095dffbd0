import { describe, expect, test } from "vitest";
import { consentState, type RequestFacts } from "@/lib/consents/consent-state";
import { answer, day, request, use, version } from "@/lib/consents/facts.fixture";
import { type HolderFacts, turnOf, whyNotStopCampaign } from "./rules";

const now = day(20);
const first = version("v1", 1, day(1));
const second = version("v2", 2, day(15));
const ahead = version("v2", 2, day(30));
const wording = version("v3", 3, day(16), { change: "editorial" });
const held = request({ answer: answer() });

function facts(more: Partial<HolderFacts> = {}): HolderFacts {
  return {
    archived: false,
    outgrown: false,
    retired: false,
    beforeMeeting: false,
    hasNote: false,
    versions: [first, second],
    version: second,
    hasLaterCampaign: false,
    questionText: null,
    ...more,
  };
}
const open = (versionId: string) => request({ id: "r2", versionId, askedAt: day(16) });
const toNewer = answer({ id: "a2", versionId: "v2", answeredAt: day(17) });
const tookBack = answer({ items: [use("look-back", "yes", day(18))] });
const saidNo = answer({ id: "a2", answeredAt: day(16), items: [use("look-back", "no")] });

describe("whose turn has come", () => {
  test.each<[string, Partial<HolderFacts>, RequestFacts[], ReturnType<typeof turnOf>]>([
    ["a holder of the earlier text is asked", {}, [held], "ask"],
    ["also before the text is in force", { versions: [first, ahead], version: ahead }, [held], "ask"],
    ["also when wording came after it", { versions: [first, second, wording] }, [held], "ask"],
    [
      "who answered it already is not",
      {},
      [held, request({ id: "r2", answer: toNewer })],
      "already-satisfied",
    ],
    [
      "who answered it ahead of its day is not",
      { versions: [first, ahead], version: ahead },
      [held, request({ id: "r2", answer: toNewer })],
      "already-satisfied",
    ],
    [
      "whom a question about it waits for counts as asked",
      { questionText: second },
      [held, open("v2")],
      "already-asked",
    ],
    [
      "who still reads the earlier text waits",
      { versions: [first, ahead], version: ahead, questionText: first },
      [held, open("v1")],
      "wait",
    ],
    ["who took it back holds nothing", {}, [request({ answer: tookBack })], "said-no"],
    [
      "a no to the earlier text is asked about what is new",
      {},
      [held, request({ id: "r2", answer: saidNo })],
      "ask",
    ],
    [
      "who asked not to be asked is left alone",
      {},
      [held, request({ id: "r2", askedAt: day(16), declinedAt: day(17) })],
      "asked-not-to",
    ],
    [
      "an answer noted by mistake is asked about",
      {},
      [request({ answer: answer({ correctedAt: day(10) }) })],
      "ask",
    ],
    ["an answer that ended is asked about", {}, [request({ answer: answer({ expiresAt: day(10) }) })], "ask"],
    ["the archived are not asked", { archived: true }, [held], "archived"],
    ["nor is a mailbox that its patient has outgrown", { outgrown: true }, [held], "mailbox-outgrown"],
    ["nor who has not met the therapist", { beforeMeeting: true }, [held], "not-met"],
    ["nor anybody about what is no longer given out", { retired: true }, [held], "retired"],
    [
      "the rest is left to a campaign about a later text",
      { hasLaterCampaign: true, archived: true },
      [held],
      "newer-text",
    ],
  ])("%s", (_, more, requests, expected) => {
    const holder = facts(more);
    expect(turnOf(holder, consentState({ versions: holder.versions, requests }, now), now)).toBe(expected);
  });
});

test.each([
  ["one that goes on can be stopped", { stoppedAt: null, left: 1 }, null],
  ["one that was stopped cannot", { stoppedAt: now, left: 1 }, "campaign-stopped"],
  ["one that asked everybody has nothing to stop", { stoppedAt: null, left: 0 }, "campaign-finished"],
])("%s", (_, campaign, expected) => {
  expect(whyNotStopCampaign(campaign)).toBe(expected);
});
