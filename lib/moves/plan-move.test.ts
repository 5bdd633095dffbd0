import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { meetings, rooms } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { inPractice, readPractice } from "@/lib/in-practice";
import { placePatient } from "@/lib/platforms/place-patient";
import { makeMeeting } from "@/lib/platforms/placing.fixture";
import { setDefault } from "@/lib/platforms/set-default";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient } from "@/test/factories";
import { planMove } from "./plan-move";

await testDatabase();

type Meeting = Awaited<ReturnType<typeof makeMeeting>>;

const planOf = ({ made }: Meeting, platformId: string) =>
  readPractice(made.owner, (tx, now) => planMove(tx, made.owner, { platformId, from: null }, now));

describe("before the move", () => {
  test("one sees who keeps what is theirs, and until when a trial does", async () => {
    const meeting = await makeMeeting();
    const { made, meet, phone } = meeting;
    const [keeps, comes] = [(await makePatient(made)).patient.id, (await makePatient(made)).patient.id];
    await makePatient(made, { archived: true });
    await placePatient(made.owner, { patientId: keeps, platformId: phone.id, from: null });
    const plan = await planOf(meeting, meet.id);
    expect(plan.comes.map(({ id }) => id)).toEqual([comes]);
    expect(plan.keeps).toMatchObject([{ id: keeps, platformId: phone.id, trialUntil: null }]);
  });

  test("who lacks a room there", async () => {
    const meeting = await makeMeeting();
    const { made, meet, phone } = meeting;
    const [has, lacks] = [(await makePatient(made)).patient.id, (await makePatient(made)).patient.id];
    await inPractice(made.system, async (tx, now) => {
      const practiceId = made.practice.id;
      const by = made.owner.staffId;
      const owner = { practiceId, patientId: has };
      const meetingId = uuid();
      await tx
        .insert(meetings)
        .values({ ...owner, id: meetingId, key: "1234567890", notedAt: now, notedBy: by });
      const room = { ...owner, id: uuid(), platformId: meet.id, meetingId, hasWaitingRoom: true };
      await tx.insert(rooms).values({ ...room, assignedAt: now, assignedBy: by });
    });
    expect([...(await planOf(meeting, meet.id)).lackRoom]).toEqual([lacks]);
    expect((await planOf(meeting, phone.id)).lackRoom.size).toBe(0);
  });

  test("with whom another way is to be agreed lacks no room there", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const { patient, ctx } = await makePatient(made);
    const other = await makePatient(made);
    const text = await makeDisclosure(made, { kind: "platform-disclosure" });
    await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
    await withdrawEverything(ctx, { patientId: patient.id });
    expect([...(await planOf(meeting, meet.id)).lackRoom]).toEqual([other.patient.id]);
  });

  test("whose permission to record rests, and afterwards whose is live again", async () => {
    const meeting = await makeMeeting();
    const { made, zoom, meet, phone } = meeting;
    const { patient, ctx } = await makePatient(made);
    await makePatient(made);
    const text = await makeDisclosure(made);
    await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
    expect((await planOf(meeting, meet.id)).rest.size).toBe(0);
    expect([...(await planOf(meeting, phone.id)).rest]).toEqual([patient.id]);
    await setDefault(made.owner, { platformId: phone.id, from: null });
    expect([...(await planOf(meeting, zoom.id)).wake]).toEqual([patient.id]);
  });

  test("which texts name the platform one leaves", async () => {
    const meeting = await makeMeeting();
    const { made, meet, phone } = meeting;
    const words = (title: string) => ({
      title,
      inShort: "How we meet.",
      body: "We meet there.",
      changeSummary: null,
    });
    const kind = "platform-disclosure" as const;
    const naming = await makeDisclosure(made, {
      kind,
      texts: { en: words("I use Zoom"), es: words("Uso Zoom") },
    });
    await makeDisclosure(made, {
      kind,
      position: 2,
      texts: { en: words("By video"), es: words("Por video") },
    });
    const recording = await makeDisclosure(made, {
      kind: "recording-consent",
      position: 3,
      texts: { en: words("Recording with Zoom"), es: words("Grabar con Zoom") },
    });
    await makeDisclosure(made, { kind: "email-risk", position: 4 });
    expect((await planOf(meeting, meet.id)).texts).toEqual([naming.disclosure.id, recording.disclosure.id]);
    await setDefault(made.owner, { platformId: phone.id, from: null });
    expect((await planOf(meeting, meet.id)).texts).toEqual([]);
  });

  test("what cannot be together there", async () => {
    const meeting = await makeMeeting();
    expect((await planOf(meeting, meeting.meet.id)).conflicts).toEqual([]);
  });
});
