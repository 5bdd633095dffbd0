import { describe, expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { endGroup } from "@/lib/groups/end-group";
import { leaveGroup } from "@/lib/groups/leave-group";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { assignRoom } from "./assign-room";
import { endRooms } from "./end-rooms";
import { openOwnRoom, openRoom } from "./open-room";
import { makeCouple, makeMeeting, roomInput } from "./rooms.fixture";

const { asSuperuser } = await testDatabase();

async function makeAssigned() {
  const meeting = await makeMeeting();
  const typed = "zoom.us/j/87712345678?pwd=AbC";
  const { roomId } = await assignRoom(meeting.made.therapist, { ...meeting.input, meeting: typed });
  return { ...meeting, roomId };
}

async function makeCoupleRoom() {
  const { made, platformId } = await makeMeeting();
  const couple = await makeCouple(made);
  const { roomId } = await assignRoom(
    made.therapist,
    roomInput({ groupId: couple.groupId }, platformId, "834 5678 9012"),
  );
  return { made, ...couple, roomId };
}

describe("looking at a room", () => {
  const shown = {
    link: "https://zoom.us/j/87712345678?pwd=AbC",
    number: "877 1234 5678",
    passcode: "482915",
    passcodeIn: "typed",
    hasWaitingRoom: true,
  };

  test("shows the patient the way in, and every look is recorded", async () => {
    const { made, patient, ctx, roomId } = await makeAssigned();
    expect(await openOwnRoom(ctx, { roomId })).toEqual(shown);
    expect(await openOwnRoom(ctx, { roomId })).toEqual(shown);
    const looks = (await trailOf(made.practice.id)).slice(-2);
    const look = { name: "room.opened", patient: patient.id, roomId };
    expect(looks).toMatchObject([look, look]);
    expect(JSON.stringify(looks)).not.toMatch(/482915|AbC/);
  });

  test("shows it to staff who manage rooms, and that is recorded as theirs", async () => {
    const { made, patient, roomId } = await makeAssigned();
    expect(await openRoom(made.office, { roomId })).toEqual(shown);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "room.opened",
      patient: patient.id,
      actor: { kind: "staff", id: made.office.staffId },
    });
  });

  test("shows a group's to each member now, in the member's own history", async () => {
    const { made, one, other, groupId, roomId } = await makeCoupleRoom();
    for (const { ctx, patient } of [one, other]) {
      expect(await openOwnRoom(ctx, { roomId })).toMatchObject({ link: null, number: "834 5678 9012" });
      expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ groupId, patient: patient.id });
    }
    await openRoom(made.therapist, { roomId });
    expect((await trailOf(made.practice.id)).at(-1)).not.toHaveProperty("patient");
  });

  test("is over for who left the group, and for everybody when it ended", async () => {
    const { made, one, other, groupId, roomId } = await makeCoupleRoom();
    await leaveGroup(made.therapist, { groupId, patientId: one.patient.id, leftOn: "2026-02-01" });
    await expect(openOwnRoom(one.ctx, { roomId })).rejects.toBeInstanceOf(NotFound);
    await expect(openOwnRoom(other.ctx, { roomId })).resolves.toHaveProperty("passcode");
    await endGroup(made.therapist, { groupId });
    await expect(openOwnRoom(other.ctx, { roomId })).rejects.toBeInstanceOf(NotFound);
    await expect(openRoom(made.therapist, { roomId })).rejects.toMatchObject({ reason: "room-ended" });
  });

  test("is refused once the room ended, and when what is stored was altered", async () => {
    const ended = await makeAssigned();
    await endRooms(ended.made.therapist, { roomIds: [ended.roomId] });
    await expect(openOwnRoom(ended.ctx, { roomId: ended.roomId })).rejects.toMatchObject({
      reason: "room-ended",
    });
    const altered = await makeAssigned();
    await asSuperuser(`update rooms set sealed_passcode = '\\x00' where id = '${altered.roomId}'`);
    const look = openOwnRoom(altered.ctx, { roomId: altered.roomId });
    await expect(look).rejects.toMatchObject({ reason: "room-damaged" });
  });

  test("of another patient, another practice or a colleague is not found", async () => {
    const { made, roomId } = await makeAssigned();
    const { roomId: couples } = await makeCoupleRoom();
    const [other, stranger] = [await makePatient(made), await makePatient(await makePractice())];
    for (const { ctx } of [other, stranger])
      for (const id of [roomId, couples])
        await expect(openOwnRoom(ctx, { roomId: id })).rejects.toBeInstanceOf(NotFound);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    for (const ctx of [colleague, (await makePractice()).owner])
      await expect(openRoom(ctx, { roomId })).rejects.toBeInstanceOf(NotFound);
  });

  test("by two at once is two looks", async () => {
    const { made, ctx, roomId } = await makeAssigned();
    await Promise.all([openOwnRoom(ctx, { roomId }), openRoom(made.therapist, { roomId })]);
    const looks = (await trailOf(made.practice.id)).filter(({ name }) => name === "room.opened");
    expect(looks).toHaveLength(2);
  });
});

describe("ending a room", () => {
  test("ends it once, and is recorded", async () => {
    const { made, patient, roomId } = await makeAssigned();
    const tries = await Promise.allSettled([
      endRooms(made.therapist, { roomIds: [roomId] }),
      endRooms(made.office, { roomIds: [roomId] }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "room-ended" },
    });
    const trail = await trailOf(made.practice.id);
    expect(trail.at(-1)).toMatchObject({ name: "room.ended", patient: patient.id, roomId });
  });

  test("of another practice is not found", async () => {
    const { roomId } = await makeAssigned();
    await expect(endRooms((await makePractice()).owner, { roomIds: [roomId] })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});
