import { describe, expect, test } from "vitest";
import type { StaffContext } from "@/lib/context";
import { daysAfter, today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import { makeMeeting } from "@/lib/platforms/placing.fixture";
import { setDefault } from "@/lib/platforms/set-default";
import { assignRoom } from "@/lib/rooms/assign-room";
import { newNumber, roomInput } from "@/lib/rooms/rooms.fixture";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makeStaff } from "@/test/factories";
import { whatIsLeft } from "./what-is-left";

await testDatabase();

const words = (title: string) => ({ title, inShort: "In short.", body: "We meet.", changeSummary: null });
const both = (title: string) => ({ en: words(title), es: words(title) });

/** Two patients, one of them with a room on Zoom, and texts of which two name it. */
async function makeMoving() {
  const meeting = await makeMeeting();
  const { made, zoom } = meeting;
  const { patient: ana } = await makePatient(made);
  await makePatient(made);
  await assignRoom(made.owner, roomInput({ patientId: ana.id }, zoom.id, newNumber()));
  const naming = await makeDisclosure(made, { kind: "platform-disclosure", texts: both("We use Zoom") });
  const recording = await makeDisclosure(made, { position: 2, texts: both("Recording in Zoom") });
  await makeDisclosure(made, { kind: "email-risk", position: 3 });
  return { ...meeting, ana, texts: [naming.disclosure.id, recording.disclosure.id] };
}
const leftFor = (ctx: StaffContext) => readPractice(ctx, (tx, now) => whatIsLeft(tx, ctx, now));

describe("what a move leaves to do", () => {
  test("is nothing where the practice never moved", async () => {
    const { made } = await makeMoving();
    expect(await leftFor(made.owner)).toBeNull();
  });

  test("is a room for everybody who comes along, and each text that names only the old platform", async () => {
    const { made, meet, ana, texts } = await makeMoving();
    await setDefault(made.owner, { platformId: meet.id, from: null });
    expect(await leftFor(made.owner)).toEqual({
      platform: { id: meet.id, kind: "video", name: "Google Meet" },
      movesAt: null,
      rooms: 2,
      texts,
    });
    await assignRoom(made.owner, roomInput({ patientId: ana.id }, meet.id, newNumber()));
    expect(await leftFor(made.owner)).toMatchObject({ rooms: 1 });
  });

  test("is to do before the day of the move already", async () => {
    const { made, meet, texts } = await makeMoving();
    const from = daysAfter(today(new Date(), made.practice.timeZone), 30);
    await setDefault(made.owner, { platformId: meet.id, from });
    expect(await leftFor(made.owner)).toMatchObject({ movesAt: expect.any(Date), rooms: 2, texts });
  });

  test("is for each what they may do: the office writes no texts, a colleague gives their own patients rooms", async () => {
    const { made, meet, texts } = await makeMoving();
    await setDefault(made.owner, { platformId: meet.id, from: null });
    expect(await leftFor(made.office)).toMatchObject({ rooms: 2, texts: [] });
    expect(await leftFor(await makeStaff(made, { roles: ["therapist"] }))).toMatchObject({ rooms: 0, texts });
    expect(await leftFor(made.auditor)).toBeNull();
  });

  test("is no room by phone, where no text about recording has to name it either", async () => {
    const { made, phone, texts } = await makeMoving();
    await setDefault(made.owner, { platformId: phone.id, from: null });
    expect(await leftFor(made.owner)).toMatchObject({ rooms: 0, texts });
  });
});
