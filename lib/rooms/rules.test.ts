import { describe, expect, test } from "vitest";
import {
  type MeetingFacts,
  spokenNumber,
  whyNotAssignRoom,
  whyNotReserveMeeting,
  whyNotUseRoom,
} from "./rules";

const now = new Date("2026-03-03T17:00:00Z");
const video = { kind: "video" } as const;
const free = { isArchived: false, endedAt: null };

describe("assigning a room", () => {
  test.each([
    ["is possible on a video service", video, free, null, null, null],
    ["is refused on the phone", { kind: "phone" }, free, null, null, "platform-without-rooms"],
    ["is refused in person", { kind: "in-person" }, free, null, null, "platform-without-rooms"],
    [
      "is refused to an archived patient",
      video,
      { ...free, isArchived: true },
      null,
      null,
      "patient-archived",
    ],
    ["is refused to a group that ended", video, { ...free, endedAt: now }, null, null, "group-ended"],
    ["is refused beside another", video, free, "old", null, "room-already-there"],
    ["replaces the one that was seen", video, free, "old", "old", null],
    ["does not replace one nobody saw", video, free, "newer", "old", "room-already-there"],
    ["stands where the one that was seen is gone", video, free, null, "old", null],
  ] as const)("%s", (_, platform, owner, open, replaces, refusal) => {
    expect(whyNotAssignRoom(platform, owner, open, replaces)).toBe(refusal);
  });
});

describe("a meeting", () => {
  const nobody = { patientId: null, groupId: null, staffId: null };
  const patients: MeetingFacts = { ...nobody, patientId: "p" };
  const groups: MeetingFacts = { ...nobody, groupId: "g" };
  const personal: MeetingFacts = { ...nobody, staffId: "s" };
  test.each([
    ["of a patient stays theirs", patients, { patientId: "p" }, null],
    ["of a patient is no other's", patients, { patientId: "q" }, "meeting-of-someone-else"],
    ["of a patient is not their group's", patients, { groupId: "g" }, "meeting-of-someone-else"],
    ["of a group stays theirs", groups, { groupId: "g" }, null],
    ["of a group is not a member's own", groups, { patientId: "p" }, "meeting-of-someone-else"],
    ["that is personal is no patient's", personal, { patientId: "p" }, "meeting-is-personal"],
    ["that is personal is no group's", personal, { groupId: "g" }, "meeting-is-personal"],
    ["of a patient is nobody's personal one", patients, { staffId: "s" }, "meeting-of-someone-else"],
    ["of a colleague is nobody else's personal one", personal, { staffId: "t" }, "meeting-of-someone-else"],
    ["is noted as personal once", personal, { staffId: "s" }, "personal-meeting-noted"],
  ] as const)("%s", (_, meeting, owner, refusal) => {
    expect(whyNotReserveMeeting(meeting, owner)).toBe(refusal);
  });
});

test("a room that ended is not used", () => {
  expect(whyNotUseRoom({ endedAt: null })).toBeNull();
  expect(whyNotUseRoom({ endedAt: now })).toBe("room-ended");
});

test.each([
  ["81234567890", "812 3456 7890"],
  ["8123456789", "812 345 6789"],
  ["812345678", "812 345 678"],
  ["2345678901234", "234 567 890 123 4"],
  ["doxy.me/drreyes", null],
])("the number of %s is read out as %s", (key, spoken) => {
  expect(spokenNumber(key)).toBe(spoken);
});
