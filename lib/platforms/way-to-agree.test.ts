import { describe, expect, test } from "vitest";
import type { PlacementFacts } from "./platform-of-record";
import { type TakenBack, takenBackUnder, toAgree } from "./way-to-agree";

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const zoom = { id: "zoom", kind: "video" } as const;
const phone = { id: "phone", kind: "phone" } as const;
const inPerson = { id: "in-person", kind: "in-person" } as const;

/** Taken back on the tenth, another way is promised by the seventeenth. */
const taken = (more: Partial<TakenBack> = {}): TakenBack => ({
  dutyId: "duty",
  disclosureId: "video",
  at: day(10),
  dueOn: "2026-11-17",
  doneAt: null,
  saidYesAt: null,
  ...more,
});
const placed = (
  platformId: string | null,
  at: number,
  more: Partial<PlacementFacts> = {},
): PlacementFacts => ({
  platformId,
  since: day(at),
  until: null,
  placedAt: day(at),
  ...more,
});
const trial = placed("phone", 11, { until: day(13), origin: "request", wishId: "w" });
const back = placed(null, 11, { origin: "back", wishId: "w" });
const open = {
  takenBackAt: day(10),
  dueOn: "2026-11-17",
  isOverdue: false,
  disclosureIds: ["video"],
  dutyIds: ["duty"],
};

describe("another way is to be agreed", () => {
  test.each([
    ["as soon as video was taken back", zoom, [taken()], [], open],
    ["not where nothing was taken back", zoom, [], [], null],
    ["not by phone, which rests on no text", phone, [taken()], [], null],
    ["not in person", inPerson, [taken()], [], null],
    ["no longer when it is noted that they agreed", zoom, [taken({ doneAt: day(11) })], [], null],
    ["no longer when they said yes again", zoom, [taken({ saidYesAt: day(11) })], [], null],
    ["although they said yes before", zoom, [taken({ saidYesAt: day(9) })], [], open],
    ["although something was agreed before", zoom, [taken()], [placed("zoom", 9)], open],
    ["no longer when something was agreed since", zoom, [taken()], [placed("zoom", 11)], null],
    [
      "no longer when it was agreed for a later day",
      zoom,
      [taken()],
      [placed("phone", 11, { since: day(20) })],
      null,
    ],
    ["again when a trial of something else is over", zoom, [taken()], [trial], open],
    ["again when they went back from it", zoom, [taken()], [{ ...trial, until: null }, back], open],
    ["although they were put back on what the practice meets on", zoom, [taken()], [placed(null, 11)], open],
    [
      "by the first of two days",
      zoom,
      [taken({ at: day(11), dueOn: "2026-11-18", disclosureId: "trade-off", dutyId: "later" }), taken()],
      [],
      { ...open, disclosureIds: ["video", "trade-off"], dutyIds: ["duty", "later"] },
    ],
    [
      "of the one that still stands",
      zoom,
      [
        taken({ saidYesAt: day(11) }),
        taken({ dutyId: "again", at: day(12), dueOn: "2026-11-19", saidYesAt: day(11) }),
      ],
      [],
      { ...open, takenBackAt: day(12), dueOn: "2026-11-19", dutyIds: ["again"] },
    ],
  ] as const)("%s", (_, way, takenBack, placements, expected) => {
    expect(toAgree(way, { takenBack, placements }, day(14), "2026-11-14")).toEqual(expected);
  });

  test.each([
    ["2026-11-17", false],
    ["2026-11-18", true],
  ])("and is late from the day after: %s", (today, isOverdue) => {
    expect(toAgree(zoom, { takenBack: [taken()], placements: [] }, day(14), today)).toEqual({
      ...open,
      isOverdue,
    });
  });
});

describe("who assigns a room is told what was taken back", () => {
  test.each([
    ["where nothing was said since", zoom, [taken()], [], day(10)],
    [
      "also when it is noted that they agreed, for that may be the phone",
      zoom,
      [taken({ doneAt: day(11) })],
      [],
      day(10),
    ],
    ["also when they agreed on the phone", zoom, [taken()], [placed("phone", 11)], day(10)],
    ["not when they agreed on this very platform", zoom, [taken()], [placed("zoom", 11)], null],
    ["not when they said yes again", zoom, [taken({ saidYesAt: day(11) })], [], null],
    ["not where no text is needed", phone, [taken()], [], null],
    ["with the last time", zoom, [taken(), taken({ at: day(12) })], [], day(12)],
  ] as const)("%s", (_, way, takenBack, placements, expected) => {
    expect(takenBackUnder(way, { takenBack, placements }, day(14))).toEqual(expected);
  });
});
