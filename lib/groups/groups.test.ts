import { describe, expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { assignRoom } from "@/lib/rooms/assign-room";
import { listRooms } from "@/lib/rooms/queries";
import { listPlatform, makeCouple, roomInput } from "@/lib/rooms/rooms.fixture";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { endGroup } from "./end-group";
import type { MakeGroupInput } from "./input";
import { joinGroup } from "./join-group";
import { leaveGroup } from "./leave-group";
import { makeGroup } from "./make-group";
import { getGroup, listGroups } from "./queries";

await testDatabase();

const joinedOn = "2026-01-12";
const group = (made: MadePractice, groupId: string) =>
  readPractice(made.owner, (tx) => getGroup(tx, made.owner, groupId));

async function makeTwo() {
  const made = await makePractice();
  const [one, other] = [(await makePatient(made)).patient, (await makePatient(made)).patient];
  const { staffId: treatingStaffId } = made.therapist;
  const patientIds = [one.id, other.id];
  const input: MakeGroupInput = {
    kind: "couple",
    name: "Ana and Ben",
    treatingStaffId,
    patientIds,
    joinedOn,
  };
  return { made, one, other, input };
}

describe("making a group", () => {
  test("writes it with its members and the day they joined", async () => {
    const { made, input, one, other } = await makeTwo();
    const { groupId } = await makeGroup(made.therapist, { ...input, patientIds: [one.id, other.id, one.id] });
    const stored = await group(made, groupId);
    expect(stored).toMatchObject({ kind: "couple", name: "Ana and Ben", endedAt: null });
    expect(stored.members.map(({ patientId }) => patientId).toSorted()).toEqual(
      [one.id, other.id].toSorted(),
    );
    expect(stored.members).toMatchObject([
      { joinedOn, leftOn: null },
      { joinedOn, leftOn: null },
    ]);
  });

  test("is recorded, and that each joined", async () => {
    const { made, input, one, other } = await makeTwo();
    const { groupId } = await makeGroup(made.office, input);
    const [first, ...joined] = (await trailOf(made.practice.id)).slice(-3);
    expect(first).toMatchObject({ name: "group.made", groupId, kind: "couple" });
    expect(joined.map(({ name, patient }) => `${name} ${patient}`).toSorted()).toEqual(
      [one.id, other.id].map((id) => `group.joined ${id}`).toSorted(),
    );
  });

  test("is refused for one alone, a colleague's group, and a day that has not come", async () => {
    const { made, input, one } = await makeTwo();
    const refused = (change: Partial<MakeGroupInput>, reason: string) =>
      expect(makeGroup(made.therapist, { ...input, ...change })).rejects.toMatchObject({ reason });
    await refused({ patientIds: [one.id] }, "group-needs-two");
    await refused({ joinedOn: "2999-01-01" }, "joined-in-future");
    await refused({ treatingStaffId: made.office.staffId }, "treating-not-therapist");
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    await refused({ treatingStaffId: colleague.staffId }, "group-not-yours");
    expect(await readPractice(made.owner, (tx) => listGroups(tx, made.owner))).toEqual([]);
  });

  test("of another practice's patient, or a colleague's, is not found", async () => {
    const { made, input } = await makeTwo();
    const elsewhere = await makePractice();
    await expect(makeGroup(elsewhere.owner, input)).rejects.toBeInstanceOf(NotFound);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const theirs = { ...input, treatingStaffId: colleague.staffId };
    await expect(makeGroup(colleague, theirs)).rejects.toBeInstanceOf(NotFound);
  });

  test("twice at once is two groups: people may meet in several", async () => {
    const { made, input } = await makeTwo();
    await Promise.all([makeGroup(made.owner, input), makeGroup(made.therapist, input)]);
    expect(await readPractice(made.owner, (tx) => listGroups(tx, made.owner))).toHaveLength(2);
  });
});

test("a group is seen by who treats it, the office and owners; a member sees it, and nobody else in it", async () => {
  const { made } = await makeTwo();
  const { groupId, one } = await makeCouple(made);
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const seen = async (ctx: typeof colleague | typeof one.ctx) =>
    (await readPractice(ctx, (tx) => listGroups(tx, ctx))).map(({ id }) => id);
  for (const ctx of [made.owner, made.therapist, made.office, made.auditor, one.ctx])
    expect(await seen(ctx)).toEqual([groupId]);
  const stranger = await makePatient(made);
  for (const ctx of [colleague, stranger.ctx]) expect(await seen(ctx)).toEqual([]);
  const [own] = await readPractice(one.ctx, (tx) => listGroups(tx, one.ctx));
  expect(own?.members.map(({ patientId }) => patientId)).toEqual([one.patient.id]);
});

describe("joining and leaving", () => {
  test("are noted with their days, and who comes back stands twice", async () => {
    const { made } = await makeTwo();
    const { groupId, one } = await makeCouple(made);
    const about = { groupId, patientId: one.patient.id };
    await leaveGroup(made.therapist, { ...about, leftOn: "2026-02-01" });
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "group.left",
      patient: about.patientId,
    });
    await joinGroup(made.office, { ...about, joinedOn: "2026-02-10" });
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "group.joined",
      patient: about.patientId,
      groupId,
    });
    const dates = (await group(made, groupId)).members
      .filter(({ patientId }) => patientId === about.patientId)
      .map((member) => [member.joinedOn, member.leftOn]);
    expect(dates).toEqual([
      [joinedOn, "2026-02-01"],
      ["2026-02-10", null],
    ]);
  });

  test("are refused with their reasons", async () => {
    const { made, one: stranger } = await makeTwo();
    const { groupId, one } = await makeCouple(made);
    const about = { groupId, patientId: one.patient.id };
    const join = (patientId: string, day = joinedOn) =>
      joinGroup(made.owner, { groupId, patientId, joinedOn: day });
    const leave = (leftOn: string) => leaveGroup(made.owner, { ...about, leftOn });
    await expect(join(about.patientId)).rejects.toMatchObject({ reason: "already-member" });
    await expect(join(stranger.id, "2999-01-01")).rejects.toMatchObject({ reason: "joined-in-future" });
    const archived = await makePatient(made, { archived: true });
    await expect(join(archived.patient.id)).rejects.toMatchObject({ reason: "patient-archived" });
    await expect(leave("2999-01-01")).rejects.toMatchObject({ reason: "left-in-future" });
    await expect(leave("2026-01-11")).rejects.toMatchObject({ reason: "left-before-joining" });
    await leave("2026-02-01");
    await expect(leave("2026-02-01")).rejects.toMatchObject({ reason: "not-a-member" });
    await expect(join(about.patientId, "2026-01-31")).rejects.toMatchObject({
      reason: "joined-before-leaving",
    });
    await endGroup(made.owner, { groupId });
    await expect(join(stranger.id)).rejects.toMatchObject({ reason: "group-ended" });
    await expect(leave("2026-02-01")).rejects.toMatchObject({ reason: "group-ended" });
  });

  test("in another practice, or a colleague's group, are not found", async () => {
    const { made, one: stranger } = await makeTwo();
    const { groupId, one } = await makeCouple(made);
    const elsewhere = (await makePractice()).owner;
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const leaving = { groupId, patientId: one.patient.id, leftOn: joinedOn };
    for (const ctx of [elsewhere, colleague]) {
      await expect(leaveGroup(ctx, leaving)).rejects.toBeInstanceOf(NotFound);
      await expect(joinGroup(ctx, { groupId, patientId: stranger.id, joinedOn })).rejects.toBeInstanceOf(
        NotFound,
      );
    }
    const { patient } = await makePatient(made, { treatingStaffId: colleague.staffId });
    const colleagues = joinGroup(made.therapist, { groupId, patientId: patient.id, joinedOn });
    await expect(colleagues).rejects.toBeInstanceOf(NotFound);
    await joinGroup(made.office, { groupId, patientId: patient.id, joinedOn });
    await leaveGroup(made.therapist, { groupId, patientId: patient.id, leftOn: joinedOn });
  });

  test("of two at once, one is noted", async () => {
    const { made, one: third } = await makeTwo();
    const { groupId } = await makeCouple(made);
    const input = { groupId, patientId: third.id, joinedOn };
    const joined = await Promise.allSettled([joinGroup(made.owner, input), joinGroup(made.therapist, input)]);
    expect(joined.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "already-member" },
    });
    const leaving = { groupId, patientId: third.id, leftOn: joinedOn };
    const left = await Promise.allSettled([
      leaveGroup(made.owner, leaving),
      leaveGroup(made.therapist, leaving),
    ]);
    expect(left.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "not-a-member" },
    });
    expect((await group(made, groupId)).members).toHaveLength(3);
  });
});

describe("ending a group", () => {
  test("ends its open rooms, and who belonged stays with their days", async () => {
    const { made } = await makeTwo();
    const { groupId } = await makeCouple(made);
    const platformId = await listPlatform(made.system);
    const { roomId } = await assignRoom(made.therapist, roomInput({ groupId }, platformId));
    await endGroup(made.therapist, { groupId });
    const ended = (await trailOf(made.practice.id)).slice(-2);
    expect(ended).toMatchObject([
      { name: "group.ended", groupId },
      { name: "room.ended", groupId, roomId },
    ]);
    const rooms = await readPractice(made.owner, (tx) => listRooms(tx, made.owner, [{ groupId }]));
    expect(rooms.every(({ endedAt }) => endedAt)).toBe(true);
    const stored = await group(made, groupId);
    expect(stored.endedAt).toBeInstanceOf(Date);
    expect(stored.members).toMatchObject([{ joinedOn }, { joinedOn }]);
  });

  test("of another practice is not found, and of two at once one ends it", async () => {
    const { made } = await makeTwo();
    const { groupId } = await makeCouple(made);
    await expect(endGroup((await makePractice()).owner, { groupId })).rejects.toBeInstanceOf(NotFound);
    const tries = await Promise.allSettled([
      endGroup(made.owner, { groupId }),
      endGroup(made.therapist, { groupId }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "group-ended" },
    });
  });
});
