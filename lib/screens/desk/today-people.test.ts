import { describe, expect, test } from "vitest";
import type { StaffRole } from "@/lib/context";
import { peopleOfToday } from "./today-people";

const treatedBy = (treatingStaffId: string, isTreated = true) => {
  return { treatingStaffId, treatingName: treatingStaffId, isTreated };
};
const treating = new Map([
  ["ana", treatedBy("reyes")],
  ["ben", treatedBy("okafor")],
  ["leo", treatedBy("gone", false)],
]);
const line = (what: string, patientId: string, due: string | null, more = {}) => {
  return { what, patientId, legalName: patientId, due, ...more };
};
const duty = line("duty", "ana", "2026-03-09", { ownerId: "reyes" });
const mail = line("mail", "ana", "2026-03-05", { isAlarm: true, isPractical: true });
const bens = line("duty", "ben", "2026-03-02", { ownerId: "okafor" });
const leos = line("duty", "leo", "2026-03-03", { ownerId: "gone" });

function seen(staffId: string, roles: StaffRole[], lines = [duty, mail, bens, leos]) {
  const { mine, others } = peopleOfToday(lines, { staffId, roles }, (id) => treating.get(id) ?? null);
  const said = (people: typeof mine) =>
    people.map(({ patientId, lines: own }) => `${patientId}: ${own.map(({ what }) => what).join(", ")}`);
  return { mine: said(mine), others: said(others) };
}

describe("of what waits, one's own is", () => {
  test.each<[string, string, StaffRole[], string[], string[]]>([
    [
      "for the office what it can settle, and never a therapist's duty",
      "office",
      ["office"],
      ["ana: mail"],
      ["ben: duty", "leo: duty", "ana: duty"],
    ],
    [
      "for an owner who treats patients, what concerns these, and what else nobody would do",
      "reyes",
      ["owner", "therapist"],
      ["ana: mail, duty", "leo: duty"],
      ["ben: duty"],
    ],
    [
      "for an owner who treats nobody, what else nobody would do",
      "owner",
      ["owner"],
      ["leo: duty"],
      ["ana: mail, duty", "ben: duty"],
    ],
    [
      "for who works in the office and treats patients, both",
      "okafor",
      ["office", "therapist"],
      ["ana: mail", "ben: duty"],
      ["leo: duty", "ana: duty"],
    ],
    ["for an auditor nothing", "auditor", ["auditor"], [], ["ana: mail, duty", "ben: duty", "leo: duty"]],
  ])("%s", (_, staffId, roles, mine, others) => {
    expect(seen(staffId, roles)).toEqual({ mine, others });
  });

  test("for a therapist everything they see, archived patients too", () => {
    const archived = line("duty", "eva", "2026-03-01", { ownerId: "before" });
    expect(seen("reyes", ["therapist"], [duty, archived])).toEqual({
      mine: ["eva: duty", "ana: duty"],
      others: [],
    });
  });
});

test("what did not arrive comes first, then what is due first, and at last what is only to know", () => {
  const lines = [
    line("next", "ben", null),
    line("duty", "ana", "2026-03-09"),
    line("talk", "ben", "2026-03-05"),
    line("mail", "leo", "2026-03-08", { isAlarm: true }),
  ];
  expect(seen("reyes", ["therapist"], lines).mine).toEqual(["leo: mail", "ben: talk, next", "ana: duty"]);
});
