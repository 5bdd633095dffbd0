import { expect, test } from "vitest";
import type { StaffContext } from "@/lib/context";
import { archivePatient } from "@/lib/patients/archive-patient";
import { placePatient } from "@/lib/platforms/place-patient";
import { makeMeeting } from "@/lib/platforms/placing.fixture";
import { setDefault } from "@/lib/platforms/set-default";
import { assignRoom } from "@/lib/rooms/assign-room";
import { makeCouple, newNumber, roomInput } from "@/lib/rooms/rooms.fixture";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff } from "@/test/factories";
import { type RoomsParams, roomsPage } from "./rooms";

await testDatabase();

const all: RoomsParams = { search: "", show: "all", platformId: null, page: 1 };
const look = (ctx: StaffContext, change: Partial<RoomsParams> = {}) =>
  roomsPage(ctx, { ...all, ...change }, "en");

/** Ana has a room on Zoom, where everybody meets, and Ben has none. */
async function makeRooms() {
  const meeting = await makeMeeting();
  const { made, zoom } = meeting;
  const { patient: ana } = await makePatient(made, { legalName: "Ana Ruiz" });
  const { patient: ben } = await makePatient(made, { legalName: "Ben Ortiz" });
  const number = newNumber();
  const { roomId } = await assignRoom(made.owner, roomInput({ patientId: ana.id }, zoom.id, number));
  return { ...meeting, ana, ben, number, roomId };
}

const told = async (ctx: StaffContext, change: Partial<RoomsParams> = {}) =>
  (await look(ctx, change)).rows.map(
    ({ owner, platform, room, meetsOn }) =>
      `${owner.name}, ${platform.name}: ${room ? "a room" : "none"}${meetsOn ? `, now ${meetsOn.name}` : ""}`,
  );

test("everybody who meets by video is there by name, with their room or without one", async () => {
  const { made, roomId, number } = await makeRooms();
  const page = await look(made.office);
  expect(await told(made.office)).toEqual(["Ana Ruiz, Zoom: a room", "Ben Ortiz, Zoom: none"]);
  expect(page.rows[0]).toMatchObject({
    room: { id: roomId, assignedAt: expect.any(Date), assignedByName: expect.any(String) },
    ending: number.slice(-4),
  });
  expect(page).toMatchObject({
    counts: [
      { key: "all", count: 2 },
      { key: "lacking", count: 1 },
      { key: "elsewhere", count: 0 },
    ],
    matches: 2,
    total: 2,
  });
  expect(JSON.stringify(page)).not.toContain(number);
});

test("who meets another way, or was archived, needs none", async () => {
  const { made, ben, phone } = await makeRooms();
  await placePatient(made.owner, { patientId: ben.id, platformId: phone.id, from: null });
  expect(await told(made.office)).toEqual(["Ana Ruiz, Zoom: a room"]);
  const { patient: gone } = await makePatient(made, { legalName: "Carl Gone" });
  expect(await told(made.office)).toContain("Carl Gone, Zoom: none");
  await archivePatient(made.owner, { patientId: gone.id });
  expect(await told(made.office)).toEqual(["Ana Ruiz, Zoom: a room"]);
});

test("a room where they do not meet any more stands beside the one they lack", async () => {
  const { made, ana, meet, phone } = await makeRooms();
  await setDefault(made.owner, { platformId: meet.id, from: null });
  expect(await told(made.office)).toEqual([
    "Ana Ruiz, Google Meet: none",
    "Ana Ruiz, Zoom: a room, now Google Meet",
    "Ben Ortiz, Google Meet: none",
  ]);
  expect(await told(made.office, { show: "elsewhere" })).toEqual(["Ana Ruiz, Zoom: a room, now Google Meet"]);
  expect((await look(made.office)).toPaste).toEqual([{ id: meet.id, name: "Google Meet", count: 2 }]);
  await placePatient(made.owner, { patientId: ana.id, platformId: phone.id, from: null });
  expect(await told(made.office, { show: "elsewhere" })).toEqual(["Ana Ruiz, Zoom: a room, now phone"]);
});

test("a group is one of those who meet", async () => {
  const { made } = await makeRooms();
  await makeCouple(made);
  expect(await told(made.office, { search: "and ben" })).toEqual(["Ana and Ben, Zoom: none"]);
});

test("a search, a platform and a filter narrow together, and a page beyond the last is the last", async () => {
  const { made, meet, zoom } = await makeRooms();
  await setDefault(made.owner, { platformId: meet.id, from: null });
  const onZoom = await look(made.office, { platformId: zoom.id, page: 99 });
  expect(onZoom).toMatchObject({ platformId: zoom.id, matches: 1, total: 3, page: 1, pages: 1 });
  expect(await told(made.office, { search: "ANA", show: "lacking" })).toEqual([
    "Ana Ruiz, Google Meet: none",
  ]);
  expect(await told(made.office, { search: "ana", show: "lacking", platformId: zoom.id })).toEqual([]);
});

test("each sees their own patients, and who gives no rooms is not told how a meeting ends", async () => {
  const { made } = await makeRooms();
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  expect(await told(made.therapist)).toHaveLength(2);
  expect(await told(colleague)).toEqual([]);
  const { rows } = await look(made.auditor);
  expect(rows.map(({ mayGive, ending }) => ({ mayGive, ending }))).toEqual([
    { mayGive: false, ending: null },
    { mayGive: false, ending: null },
  ]);
});

test("another practice has rooms of its own", async () => {
  await makeRooms();
  const other = await makePractice();
  expect(await look(other.owner)).toMatchObject({ rows: [], total: 0 });
});
