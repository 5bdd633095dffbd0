import { describe, expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { linksPage } from "@/lib/screens/desk/links";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { assignRooms } from "./assign-rooms";
import { endRooms } from "./end-rooms";
import type { AssignRoomsInput } from "./input";
import { assignRoomsInput } from "./input";
import { notePersonalMeeting } from "./note-personal-meeting";
import { listRooms } from "./queries";
import { listPlatform, makeCouple, newNumber } from "./rooms.fixture";

await testDatabase();

async function makeLacking() {
  const made = await makePractice();
  const platformId = await listPlatform(made.system);
  const { groupId, one, other } = await makeCouple(made);
  return {
    made,
    platformId,
    group: { groupId },
    ana: { patientId: one.patient.id },
    ben: { patientId: other.patient.id },
  };
}
type Lacking = Awaited<ReturnType<typeof makeLacking>>;

const line = (owner: AssignRoomsInput["rooms"][number]["owner"], meeting: string, at: number) => {
  return { at, owner, meeting, passcode: null };
};
const give = ({ made, platformId }: Lacking, rooms: AssignRoomsInput["rooms"], ctx = made.office) =>
  assignRooms(ctx, { platformId, waitingRoom: "yes", rooms });
const roomsOf = ({ made, ana, ben, group }: Lacking) =>
  readPractice(made.owner, (tx) => listRooms(tx, made.owner, [ana, ben, group]));
const lackingOf = async ({ made, platformId }: Lacking) =>
  (await linksPage(made.owner, platformId)).people.length;

describe("many rooms at once", () => {
  test("are given to patients and groups, each with its entry of the trail, and are lacked no longer", async () => {
    const lacking = await makeLacking();
    const { made, ana, group } = lacking;
    expect(await lackingOf(lacking)).toBe(3);
    const given = await give(lacking, [line(ana, newNumber(), 0), line(group, newNumber(), 2)]);
    expect(given).toMatchObject({ roomIds: [expect.any(String), expect.any(String)] });
    expect(await roomsOf(lacking)).toHaveLength(2);
    expect((await trailOf(made.practice.id)).slice(-2).map(({ name }) => name)).toEqual([
      "room.assigned",
      "room.assigned",
    ]);
    expect(await lackingOf(lacking)).toBe(1);
  });

  test("are none where one cannot be given, and it is said of each why not", async () => {
    const lacking = await makeLacking();
    const { made, ana, ben, group } = lacking;
    const [personal, same] = [newNumber(), newNumber()];
    await notePersonalMeeting(made.therapist, { meeting: personal });
    const given = await give(lacking, [
      line(ana, same, 0),
      line(ben, personal, 3),
      line(group, `https://zoom.us/j/${same}`, 4),
    ]);
    expect(given).toEqual({
      refused: [
        { at: 3, reason: "meeting-is-personal" },
        { at: 4, reason: "meeting-twice" },
      ],
    });
    expect(await roomsOf(lacking)).toEqual([]);
  });

  test("do not replace one that is there, and are refused where nothing was typed", async () => {
    const lacking = await makeLacking();
    const { ana, ben } = lacking;
    await give(lacking, [line(ana, newNumber(), 0)]);
    const again = await give(lacking, [line(ana, newNumber(), 0), line(ben, newNumber(), 1)]);
    expect(again).toEqual({ refused: [{ at: 0, reason: "room-already-there" }] });
    await expect(give(lacking, [])).rejects.toMatchObject({ reason: "nothing-to-assign" });
  });

  test("of two who give at once, one does", async () => {
    const lacking = await makeLacking();
    const { made, ana, ben } = lacking;
    const tried = [made.office, made.therapist].map((ctx) =>
      give(lacking, [line(ben, newNumber(), 1), line(ana, newNumber(), 0)], ctx),
    );
    const outcomes = (await Promise.all(tried)).map((given) => "roomIds" in given);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await roomsOf(lacking)).toHaveLength(2);
  });

  test("of a patient out of reach, or of another practice, are not found", async () => {
    const lacking = await makeLacking();
    const { made, ana } = lacking;
    const foreign = await makePatient(await makePractice());
    const theirs = line({ patientId: foreign.patient.id }, newNumber(), 1);
    await expect(give(lacking, [line(ana, newNumber(), 0), theirs])).rejects.toBeInstanceOf(NotFound);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    await expect(give(lacking, [line(ana, newNumber(), 0)], colleague)).rejects.toBeInstanceOf(NotFound);
    expect(await linksPage(colleague, lacking.platformId)).toMatchObject({ people: [], others: 3 });
    expect(await roomsOf(lacking)).toEqual([]);
  });

  test("can be undone together, by who gave them", async () => {
    const lacking = await makeLacking();
    const { made, ana, ben, platformId } = lacking;
    await give(lacking, [line(ana, newNumber(), 0), line(ben, newNumber(), 1)]);
    expect((await linksPage(made.owner, platformId)).last).toBeNull();
    const { last } = await linksPage(made.office, platformId);
    expect(last?.roomIds).toHaveLength(2);
    await endRooms(made.office, { roomIds: last?.roomIds ?? [] });
    expect(await lackingOf(lacking)).toBe(3);
    const again = endRooms(made.office, { roomIds: last?.roomIds ?? [] });
    await expect(again).rejects.toMatchObject({ reason: "room-ended" });
  });
});

test("what is typed is read line by line: what is empty waits, what is no meeting is refused where it stands", () => {
  const patientId = "019a0000-0000-7000-8000-000000000001";
  const typed = (...meetings: string[]) =>
    assignRoomsInput.safeParse({
      platformId: patientId,
      waitingRoom: "yes",
      rooms: meetings.map((meeting) => ({ patientId, meeting, passcode: "" })),
    });
  expect(typed(" ", "812 3456 7890").data?.rooms).toMatchObject([{ at: 1, owner: { patientId } }]);
  expect(typed("", "tomorrow at ten").error?.issues).toMatchObject([
    { path: ["rooms", 1, "meeting"], message: "meeting-unreadable" },
  ]);
});
