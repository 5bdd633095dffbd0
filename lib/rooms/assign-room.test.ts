import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { NotFound } from "@/lib/errors";
import { endGroup } from "@/lib/groups/end-group";
import { readPractice } from "@/lib/in-practice";
import { archivePatient } from "@/lib/patients/archive-patient";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { assignRoom } from "./assign-room";
import { endRooms } from "./end-rooms";
import { assignRoomInput } from "./input";
import { notePersonalMeeting } from "./note-personal-meeting";
import { openOwnRoom } from "./open-room";
import { listRooms } from "./queries";
import {
  everythingStored,
  listPlatform,
  makeCouple,
  makeMeeting,
  newNumber,
  roomInput,
} from "./rooms.fixture";
import type { Owner } from "./rules";

const { superuserUrl } = await testDatabase();
afterAll(closeDatabase);

type Made = Awaited<ReturnType<typeof makeMeeting>>["made"];
const roomsOf = (made: Made, owner: Owner) =>
  readPractice(made.owner, (tx) => listRooms(tx, made.owner, [owner]));

describe("assigning a room", () => {
  test("gives a patient a meeting of their own", async () => {
    const { made, patient, platformId, input } = await makeMeeting();
    const { roomId } = await assignRoom(made.therapist, input);
    expect(await roomsOf(made, { patientId: patient.id })).toMatchObject([
      { id: roomId, platformId, hasWaitingRoom: true, passcode: "typed", endedAt: null },
    ]);
  });

  test("is recorded, without a word of what lets in", async () => {
    const { made, patient, platformId, input } = await makeMeeting();
    const { roomId } = await assignRoom(made.office, input);
    const event = (await trailOf(made.practice.id)).at(-1);
    expect(event).toMatchObject({ name: "room.assigned", patient: patient.id, roomId, platformId });
    expect(JSON.stringify(event)).not.toContain(input.meeting);
  });

  test.each([
    ["https://zoom.us/j/81230000001?pwd=QWxs.1", null, "in-link"],
    ["https://zoom.us/j/81230000002?pwd=QWxs.1", "482915", "typed"],
    ["https://zoom.us/j/81230000003", null, "none"],
    ["Join: https://zoom.us/j/81230000004?pwd=QWxs.1\nMeeting ID: 812 3000 0004", null, "in-link"],
  ])("of %s with passcode %s says where its passcode is: %s", async (meeting, passcode, place) => {
    const { made, ctx, patient, input } = await makeMeeting();
    const { roomId } = await assignRoom(made.therapist, { ...input, meeting, passcode });
    expect(await roomsOf(made, { patientId: patient.id })).toMatchObject([{ passcode: place }]);
    expect(await openOwnRoom(ctx, { roomId })).toMatchObject({ passcodeIn: place, passcode });
  });

  test("gives a group its own, which is not a member's", async () => {
    const { made, platformId } = await makeMeeting();
    const { groupId, one } = await makeCouple(made);
    const input = roomInput({ groupId }, platformId);
    await assignRoom(made.therapist, input);
    expect(await roomsOf(made, { groupId })).toHaveLength(1);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ name: "room.assigned", groupId });
    const members = assignRoom(made.therapist, { ...input, owner: { patientId: one.patient.id } });
    await expect(members).rejects.toMatchObject({ reason: "meeting-of-someone-else" });
  });

  test("replaces the room there is in the same act, and a meeting stays its owner's", async () => {
    const { made, patient, input } = await makeMeeting();
    const { roomId } = await assignRoom(made.therapist, input);
    const next = { ...input, meeting: newNumber() };
    await expect(assignRoom(made.therapist, next)).rejects.toMatchObject({ reason: "room-already-there" });

    const { roomId: nextId } = await assignRoom(made.therapist, { ...next, replaces: roomId });
    const owner = { patientId: patient.id };
    expect(await roomsOf(made, owner)).toMatchObject([{ id: nextId }, { id: roomId }]);
    expect((await roomsOf(made, owner)).map(({ endedAt }) => endedAt === null)).toEqual([true, false]);
    const names = (await trailOf(made.practice.id)).slice(-2).map(({ name }) => name);
    expect(names).toEqual(["room.ended", "room.assigned"]);

    await assignRoom(made.therapist, { ...input, replaces: nextId });
    const other = await makePatient(made);
    const theirs = assignRoom(made.therapist, { ...input, owner: { patientId: other.patient.id } });
    await expect(theirs).rejects.toMatchObject({ reason: "meeting-of-someone-else" });
  });

  test("is refused for a meeting of somebody else in any spelling, for good, and nothing changes", async () => {
    const { made, platformId, input } = await makeMeeting();
    const { roomId } = await assignRoom(made.therapist, { ...input, meeting: "812 3456 7890" });
    await endRooms(made.therapist, { roomIds: [roomId] });
    const other = await makePatient(made);
    const owner = { patientId: other.patient.id };
    const before = await trailOf(made.practice.id);
    for (const meeting of [
      "81234567890",
      "812-3456-7890",
      "https://us02web.zoom.us/j/81234567890?pwd=AbC",
      "https://urldefense.com/v3/__https://zoom.us/j/81234567890__;!!a!b$",
    ])
      await expect(assignRoom(made.owner, roomInput(owner, platformId, meeting))).rejects.toMatchObject({
        reason: "meeting-of-someone-else",
        details: {},
      });
    expect(await roomsOf(made, owner)).toEqual([]);
    expect(await trailOf(made.practice.id)).toEqual(before);
  });

  test("is refused for somebody's personal meeting, whoever's it is", async () => {
    const { made, input } = await makeMeeting();
    await notePersonalMeeting(made.owner, { meeting: "https://zoom.us/my/dr.okafor" });
    const given = assignRoom(made.therapist, { ...input, meeting: "ZOOM.us/my/Dr.Okafor/" });
    await expect(given).rejects.toMatchObject({ reason: "meeting-is-personal" });
  });

  test("is refused on the phone, to an archived patient, to a group that ended, and for what is no meeting", async () => {
    const { made, patient, platformId, input } = await makeMeeting();
    const phone = await listPlatform(made.system, "phone", { kind: "phone" });
    const refused = async (given: typeof input, reason: string) =>
      expect(assignRoom(made.therapist, given)).rejects.toMatchObject({ reason });
    await refused({ ...input, platformId: phone }, "platform-without-rooms");
    await refused({ ...input, meeting: "javascript:alert(1)" }, "link-not-https");
    await refused({ ...input, meeting: "our usual one" }, "meeting-unreadable");
    await refused(
      { ...input, meeting: "https://protect-us.mimecast.com/s/a?domain=zoom.us" },
      "meeting-wrapped",
    );
    const two = "https://zoom.us/j/81230000005 https://zoom.us/j/81230000006";
    await refused({ ...input, meeting: two }, "several-meetings");
    const { groupId } = await makeCouple(made);
    await endGroup(made.therapist, { groupId });
    await refused(roomInput({ groupId }, platformId), "group-ended");
    await archivePatient(made.owner, { patientId: patient.id });
    await refused(input, "patient-archived");
  });

  test("of another practice, of a colleague or on a foreign platform is not found", async () => {
    const { made, input } = await makeMeeting();
    const elsewhere = await makePractice();
    const foreign = await listPlatform(elsewhere.system);
    const { groupId } = await makeCouple(made);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const asked = [
      [elsewhere.owner, input],
      [elsewhere.owner, roomInput({ groupId }, foreign)],
      [colleague, input],
      [colleague, roomInput({ groupId }, input.platformId)],
      [made.owner, { ...input, platformId: foreign }],
    ] as const;
    for (const [ctx, given] of asked) await expect(assignRoom(ctx, given)).rejects.toBeInstanceOf(NotFound);
  });

  test("the same meeting may belong to somebody in another practice", async () => {
    const [here, there] = [await makeMeeting(), await makeMeeting()];
    const meeting = newNumber();
    await assignRoom(here.made.owner, { ...here.input, meeting });
    await expect(assignRoom(there.made.owner, { ...there.input, meeting })).resolves.toHaveProperty("roomId");
  });

  test("of two at once for one patient, one is theirs and the other is told", async () => {
    const { made, patient, input } = await makeMeeting();
    const tries = await Promise.allSettled([
      assignRoom(made.therapist, input),
      assignRoom(made.office, { ...input, meeting: newNumber() }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "room-already-there" },
    });
    expect(await roomsOf(made, { patientId: patient.id })).toHaveLength(1);
  });

  test("of fifty patients given the same meeting at once in different spellings, exactly one has it", async () => {
    const { made, platformId } = await makeMeeting();
    const people: string[] = [];
    while (people.length < 50) people.push((await makePatient(made)).patient.id);
    const spellings = [
      "85512345678",
      "855 1234 5678",
      "855-1234-5678",
      "https://zoom.us/j/85512345678",
      "https://us02web.zoom.us/j/85512345678?pwd=AbC",
      "ZOOM.US/wc/join/85512345678/",
      "https://harbor.zoom.us/s/85512345678#success",
    ];
    const tries = await Promise.allSettled(
      people.map((patientId, index) =>
        assignRoom(made.owner, roomInput({ patientId }, platformId, spellings[index % spellings.length])),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const told = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
    expect(told).toEqual(Array(49).fill("meeting-of-someone-else"));
    const all = await readPractice(made.owner, (tx) =>
      listRooms(
        tx,
        made.owner,
        people.map((patientId) => ({ patientId })),
      ),
    );
    expect(all).toHaveLength(1);
  });

  test("keeps link and passcode from whoever reads a copy of the database", async () => {
    const { made, patient, input } = await makeMeeting();
    const secret = "Canary7c1e";
    const passcode = "canary-passcode-93b1";
    const meeting = `https://us02web.zoom.us/j/86612345678?pwd=${secret}`;
    await assignRoom(made.therapist, { ...input, meeting, passcode });
    const copy = await everythingStored(superuserUrl);
    expect(copy).toContain(patient.legalName);
    for (const word of [secret, passcode, meeting]) {
      expect(copy).not.toContain(word);
      expect(copy).not.toContain(Buffer.from(word).toString("hex"));
    }
  });
});

test("what is typed is read by the form: one owner, a meeting, yes or no", () => {
  const [patientId, groupId, platformId] = ["a", "b", "c"].map((letter) => `${letter}`.repeat(8));
  const id = (start: string | undefined) => `${start}-0000-4000-8000-000000000000`;
  const given = {
    patientId: id(patientId),
    platformId: id(platformId),
    meeting: "812 3456 7890",
    passcode: " ",
    waitingRoom: "no",
  };
  expect(assignRoomInput.parse(given)).toMatchObject({ owner: { patientId: id(patientId) }, passcode: null });
  const issues = (change: object) =>
    assignRoomInput
      .safeParse({ ...given, ...change })
      .error?.issues.map(({ path, message }) => [path[0], message]);
  expect(issues({ groupId: id(groupId) })).toEqual([["patientId", "field-missing"]]);
  expect(issues({ meeting: "http://zoom.us/j/1234567890" })).toEqual([["meeting", "link-not-https"]]);
  expect(issues({ meeting: "x" })).toEqual([["meeting", "meeting-unreadable"]]);
  expect(issues({ meeting: "" })?.[0]?.[0]).toBe("meeting");
  expect(issues({ waitingRoom: undefined })?.[0]?.[0]).toBe("waitingRoom");
});
