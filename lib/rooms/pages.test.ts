import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import type { StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { endGroup } from "@/lib/groups/end-group";
import { leaveGroup } from "@/lib/groups/leave-group";
import { inPractice } from "@/lib/in-practice";
import { writePlacement } from "@/lib/platforms/write-placement";
import { groupPage } from "@/lib/screens/desk/group";
import { groupsPage } from "@/lib/screens/desk/groups";
import { patientPage } from "@/lib/screens/desk/patient";
import { joinPage } from "@/lib/screens/my/join";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePatient, makePractice, makeStaff } from "@/test/factories";
import { assignRoom } from "./assign-room";
import { endRooms } from "./end-rooms";
import { listPlatform, makeCouple, makeMeeting, roomInput } from "./rooms.fixture";
import type { Owner } from "./rules";

await testDatabase();

/** The practice agreed with somebody on something else. */
function place(made: MadePractice, owner: Owner, platformId: string) {
  const placed = { ...owner, platformId, since: new Date(0), origin: "staff" as const };
  return inPractice(made.owner, (tx, now) => writePlacement(tx, made.owner, placed, now));
}

describe("how to join", () => {
  test("says how one meets, that there is a room, and nothing that lets in", async () => {
    const { made, ctx, input, patient } = await makeMeeting();
    const { roomId } = await assignRoom(made.therapist, {
      ...input,
      meeting: "https://zoom.us/j/81234567890?pwd=AbC",
    });
    const page = await joinPage(ctx, "en");
    expect(page.people).toMatchObject([
      {
        id: patient.id,
        ways: [{ groupName: null, platform: { kind: "video", name: "Zoom" }, roomId, hasWaitingRoom: true }],
      },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/81234567890|AbC|482915/);
  });

  test("names a group, and nobody else who belongs to it", async () => {
    const { made, platformId } = await makeMeeting();
    const { groupId, one, other } = await makeCouple(made);
    const { roomId } = await assignRoom(made.therapist, roomInput({ groupId }, platformId));
    const page = await joinPage(one.ctx, "en");
    expect(page.people[0]?.ways).toMatchObject([
      { groupName: null, roomId: null },
      { groupName: "Ana and Ben", roomId },
    ]);
    expect(JSON.stringify(page)).not.toContain(other.patient.legalName);
    expect(JSON.stringify(page)).not.toContain(other.patient.id);

    await leaveGroup(made.therapist, { groupId, patientId: one.patient.id, leftOn: "2026-02-01" });
    expect((await joinPage(one.ctx, "en")).people[0]?.ways).toHaveLength(1);
    await endGroup(made.therapist, { groupId });
    expect((await joinPage(other.ctx, "en")).people[0]?.ways).toHaveLength(1);
  });

  test("follows what was agreed with them, and a room elsewhere is not the way in", async () => {
    const { made, ctx, input, patient } = await makeMeeting();
    await assignRoom(made.therapist, input);
    const phone = await listPlatform(made.system, "phone", { kind: "phone", meetsOn: false });
    await place(made, { patientId: patient.id }, phone);
    expect((await joinPage(ctx, "es")).people[0]?.ways).toMatchObject([
      { platform: { kind: "phone", name: "teléfono" }, roomId: null },
    ]);
  });

  test("says so when nobody noted how they meet", async () => {
    const { ctx } = await makePatient(await makePractice());
    expect((await joinPage(ctx, "en")).people[0]?.ways).toMatchObject([{ platform: null, roomId: null }]);
  });
});

describe("a patient's rooms", () => {
  const roomsOf = async (ctx: StaffContext, patientId: string) =>
    (await patientPage(ctx, patientId, "en")).rooms;

  test("say where one is lacking, first the platform they meet on, and keep what ended", async () => {
    const { made, input, patient } = await makeMeeting();
    const teams = await listPlatform(made.system, "Teams", { meetsOn: false });
    await place(made, { patientId: patient.id }, teams);
    const { roomId } = await assignRoom(made.therapist, input);
    await endRooms(made.therapist, { roomIds: [roomId] });
    const { rooms } = await roomsOf(made.therapist, patient.id);
    expect(rooms).toMatchObject({ lacksRoom: true, ofRecord: { name: "Teams", isOwn: true } });
    expect(rooms.platforms).toMatchObject([
      { name: "Teams", isOfRecord: true, open: null, ended: [] },
      { name: "Zoom", isOfRecord: false, open: null, ended: [{ id: roomId }] },
    ]);
    await assignRoom(made.therapist, roomInput({ patientId: patient.id }, teams));
    expect((await roomsOf(made.therapist, patient.id)).rooms.lacksRoom).toBe(false);
  });

  test("stand beside their groups, and are a reading for who may not manage them", async () => {
    const { made } = await makeMeeting();
    const { groupId, one } = await makeCouple(made);
    const page = await roomsOf(made.auditor, one.patient.id);
    expect(page).toMatchObject({
      mayManage: false,
      groups: [{ id: groupId, isCurrent: true, rooms: { lacksRoom: true } }],
    });
    const elsewhere = roomsOf((await makePractice()).owner, one.patient.id);
    await expect(elsewhere).rejects.toBeInstanceOf(NotFound);
  });
});

describe("the groups", () => {
  test("are counted, searched by name and by member without accents, and filtered", async () => {
    const { made } = await makeMeeting();
    const { groupId } = await makeCouple(made);
    const asked = async (search: string, show: "current" | "ended" | "all" = "current") => {
      const { groups, counts } = await groupsPage(made.therapist, { search, show }, "en");
      return [groups.map(({ id }) => id), counts.map(({ count }) => count)];
    };
    expect(await asked("")).toEqual([[groupId], [1, 0, 1]]);
    expect(await asked("maria ben")).toEqual([[groupId], [1, 0, 1]]);
    expect(await asked("nobody")).toEqual([[], [0, 0, 0]]);
    await endGroup(made.therapist, { groupId });
    expect(await asked("")).toEqual([[], [0, 1, 1]]);
    expect(await asked("", "ended")).toEqual([[groupId], [0, 1, 1]]);
  });

  test("one shows everybody who belonged, links whom the reader may open, and offers who may join", async () => {
    const { made } = await makeMeeting();
    const { groupId, one, other } = await makeCouple(made);
    await leaveGroup(made.therapist, { groupId, patientId: one.patient.id, leftOn: "2026-02-01" });
    const page = await groupPage(made.therapist, groupId, "en");
    expect(page.group.members.map(({ leftOn, isReached }) => [leftOn, isReached])).toEqual(
      expect.arrayContaining([
        ["2026-02-01", true],
        [null, true],
      ]),
    );
    const offered = page.people.map(({ id }) => id);
    expect(offered).toContain(one.patient.id);
    expect(offered).not.toContain(other.patient.id);
    expect(page.rooms.lacksRoom).toBe(true);
    expect(await groupPage(made.auditor, groupId, "en")).toMatchObject({ mayManage: false, people: [] });
  });

  test("of a colleague or another practice is not found", async () => {
    const { made } = await makeMeeting();
    const { groupId } = await makeCouple(made);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    for (const ctx of [colleague, (await makePractice()).owner])
      await expect(groupPage(ctx, groupId, "en")).rejects.toBeInstanceOf(NotFound);
    await expect(groupPage(made.owner, uuid(), "en")).rejects.toBeInstanceOf(NotFound);
  });
});
