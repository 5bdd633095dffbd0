import { describe, expect, test } from "vitest";
import type { VersionFacts } from "@/lib/disclosures/rules";
import { consentState, type RequestFacts } from "./consent-state";
import { answer, day, request, use, version } from "./facts.fixture";

const now = day(20);
const v1 = version("v1", 1, day(1));
const v2 = version("v2", 2, day(10));

describe("the state of a consent", () => {
  const cases: [string, VersionFacts[], RequestFacts[], object][] = [
    ["nobody asked", [v1], [], { word: "not-asked", question: null }],
    ["asked and open", [v1], [request()], { word: "requested", since: day(4) }],
    ["cancelled is as if not asked", [v1], [request({ cancelledAt: day(6) })], { word: "not-asked" }],
    [
      "wants to talk first",
      [v1],
      [request({ talkFirstSince: day(6) })],
      { word: "talk-first", since: day(6) },
    ],
    [
      "yes to one use",
      [v1],
      [request({ answer: answer() })],
      { word: "given", yes: ["look-back"], no: ["teaching"] },
    ],
    [
      "no to everything is a refusal",
      [v1],
      [request({ answer: answer({ items: [use("look-back", "no")] }) })],
      { word: "refused", since: day(5) },
    ],
    [
      "one use taken back leaves the rest",
      [v1],
      [request({ answer: answer({ items: [use("a", "yes"), use("b", "yes", day(9))] }) })],
      { word: "given", yes: ["a"], withdrawn: ["b"] },
    ],
    [
      "everything taken back",
      [v1],
      [request({ answer: answer({ items: [use("a", "yes", day(8)), use("b", "yes", day(9))] }) })],
      { word: "withdrawn", since: day(9) },
    ],
    [
      "a material version makes it due and it counts",
      [v1, v2],
      [request({ answer: answer() })],
      { word: "given", due: true },
    ],
    [
      "a material version that says the same in their language neither asks them nor ends their answer",
      [v1, version("v2", 2, day(10), { sameIn: ["es"], earlierAnswersUntil: day(12) })],
      [request({ answer: answer({ language: "es" }) })],
      { word: "given", due: false, countsUntil: null },
    ],
    [
      "the same version ends the answer of who was shown the other language",
      [v1, version("v2", 2, day(10), { sameIn: ["es"], earlierAnswersUntil: day(12) })],
      [request({ answer: answer() })],
      { word: "superseded", since: day(12) },
    ],
    [
      "after it, one that changes their language asks them and says until when",
      [
        v1,
        version("v2", 2, day(10), { sameIn: ["es"] }),
        version("v3", 3, day(12), { earlierAnswersUntil: day(30) }),
      ],
      [request({ answer: answer({ language: "es" }) })],
      { word: "given", due: true, countsUntil: day(30) },
    ],
    [
      "an editorial version asks nobody",
      [v1, version("v2", 2, day(10), { change: "editorial" })],
      [request({ answer: answer() })],
      { word: "given", due: false },
    ],
    [
      "a version of tomorrow changes nothing today",
      [v1, version("v2", 2, day(21))],
      [request({ answer: answer() })],
      { word: "given", due: false },
    ],
    [
      "an earlier answer counts until the stated time",
      [v1, version("v2", 2, day(10), { earlierAnswersUntil: day(25) })],
      [request({ answer: answer() })],
      { word: "given", due: true, countsUntil: day(25) },
    ],
    [
      "and from that time it is superseded",
      [v1, version("v2", 2, day(10), { earlierAnswersUntil: day(20) })],
      [request({ answer: answer() })],
      { word: "superseded", due: true, since: day(20) },
    ],
    [
      "asked again, the answer stands beside the question",
      [v1, v2],
      [request({ answer: answer() }), request({ id: "r2", askedAt: day(11) })],
      { word: "given", due: true, question: expect.objectContaining({ requestId: "r2" }) },
    ],
    [
      "a later yes replaces an earlier no",
      [v1],
      [
        request({ answer: answer({ items: [use("a", "no")] }) }),
        request({ id: "r2", answer: answer({ id: "a2", answeredAt: day(9), items: [use("a", "yes")] }) }),
      ],
      { word: "given", since: day(9) },
    ],
    [
      "an answer to a text of another day acts from that day",
      [v1, version("v2", 2, day(25))],
      [
        request({ answer: answer() }),
        request({ id: "r2", answer: answer({ id: "a2", versionId: "v2", answeredAt: day(12) }) }),
      ],
      {
        word: "given",
        due: false,
        answer: expect.objectContaining({ id: "a1" }),
        upcoming: expect.objectContaining({ id: "a2" }),
      },
    ],
    [
      "and then takes the earlier one's place",
      [v1, version("v2", 2, day(20))],
      [
        request({ answer: answer() }),
        request({ id: "r2", answer: answer({ id: "a2", versionId: "v2", answeredAt: day(12) }) }),
      ],
      { word: "given", answer: expect.objectContaining({ id: "a2" }), upcoming: null },
    ],
    [
      "a no to a text of another day leaves today's yes until then",
      [v1, version("v2", 2, day(25), { earlierAnswersUntil: day(25) })],
      [
        request({ answer: answer() }),
        request({ id: "r2", answer: answer({ id: "a2", versionId: "v2", items: [use("a", "no")] }) }),
      ],
      { word: "given", countsUntil: day(25) },
    ],
    [
      "it ends by itself on its day",
      [v1],
      [request({ answer: answer({ expiresAt: day(20) }) })],
      { word: "expired", since: day(20), expiresAt: day(20) },
    ],
    [
      "and not a moment before",
      [v1],
      [request({ answer: answer({ expiresAt: new Date(day(20).getTime() + 1) }) })],
      { word: "given" },
    ],
    [
      "it rests when somebody else treats them",
      [v1],
      [request({ answer: answer({ restsSince: day(8) }) })],
      { word: "resting", since: day(8), yes: ["look-back"], restsBecause: "treating" },
    ],
    [
      "of several ends the first says what happened",
      [v1, version("v2", 2, day(10), { earlierAnswersUntil: day(15) })],
      [request({ answer: answer({ expiresAt: day(14), restsSince: day(16) }) })],
      { word: "expired", since: day(14), due: true },
    ],
    [
      "what was taken back did not expire",
      [v1],
      [request({ answer: answer({ items: [use("a", "yes", day(9))], expiresAt: day(10) }) })],
      { word: "withdrawn", since: day(9) },
    ],
    [
      "noted by mistake allows nothing",
      [v1],
      [request({ answer: answer({ correctedAt: day(7) }) })],
      { word: "invalid", since: day(7), yes: [] },
    ],
    [
      "and does not bring back what it had replaced",
      [v1],
      [
        request({ answer: answer() }),
        request({
          id: "r2",
          answer: answer({
            id: "a2",
            answeredAt: day(9),
            items: [use("look-back", "no")],
            correctedAt: day(10),
          }),
        }),
      ],
      { word: "invalid", yes: [] },
    ],
    [
      "a later answer stands beside an earlier mistake",
      [v1],
      [
        request({ answer: answer({ correctedAt: day(6) }) }),
        request({ id: "r2", answer: answer({ id: "a2", answeredAt: day(9) }) }),
      ],
      { word: "given" },
    ],
    [
      "please don't ask me again: nothing is open",
      [v1],
      [request({ declinedAt: day(6) })],
      { word: "not-asked", question: null, declinedAt: day(6) },
    ],
    [
      "asked once more after that, it is open",
      [v1],
      [request({ declinedAt: day(6) }), request({ id: "r2", askedAt: day(8) })],
      { word: "requested", declinedAt: null },
    ],
    [
      "a notice somebody was unable to confirm",
      [v1],
      [request({ ending: { outcome: "unable", at: day(7) } })],
      { word: "unable", since: day(7), question: null },
    ],
    [
      "a notice somebody would not confirm",
      [v1],
      [request({ ending: { outcome: "refused", at: day(7) } })],
      { word: "refused", since: day(7) },
    ],
    [
      "and who confirms it later has confirmed it",
      [v1],
      [
        request({ ending: { outcome: "unable", at: day(7) } }),
        request({ id: "r2", answer: answer({ answeredAt: day(9) }) }),
      ],
      { word: "given" },
    ],
  ];
  test.each(cases)("%s", (_, versions, requests, expected) => {
    expect(consentState({ versions, requests }, now)).toMatchObject(expected);
  });
});
