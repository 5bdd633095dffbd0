import { describe, expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { homePage } from "@/lib/screens/my/home";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { listTroubles } from "./history";
import { listedPlatform, meetOn, placeOn } from "./listed.fixture";
import { noteTrouble } from "./note-trouble";

await testDatabase();

async function makeMeeting() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const { id: platformId } = await listedPlatform(made);
  await meetOn(made, platformId);
  const troubles = () =>
    readPractice(made.owner, (tx) => listTroubles(tx, made.owner, { patientId: patient.id }));
  const input = { patientId: patient.id, kind: "sound-poor" } as const;
  return { made, patient, ctx, platformId, troubles, input };
}

test("either side notes it about what they meet on, and it says which", async () => {
  const { made, ctx, input, platformId, troubles } = await makeMeeting();
  await noteTrouble(ctx, input);
  await noteTrouble(made.office, { ...input, kind: "line-dropped" });
  expect(await troubles()).toMatchObject([
    { kind: "line-dropped", platformId, byName: "Test office" },
    { kind: "sound-poor", platformId, byName: null, byUser: ctx.userId, route: "portal" },
  ]);
});

test("it is about another platform where one is named", async () => {
  const { made, input, troubles } = await makeMeeting();
  const { id: platformId } = await listedPlatform(made, { kind: "phone" });
  await noteTrouble(made.therapist, { ...input, platformId });
  expect(await troubles()).toMatchObject([{ platformId }]);
});

test("the event is recorded", async () => {
  const { made, patient, ctx, input, platformId } = await makeMeeting();
  const { id: troubleId } = await noteTrouble(ctx, input);
  const about = { patient: patient.id, platformId, troubleId, kind: "sound-poor" };
  const event = { name: "platform.trouble-noted", ...about };
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(event);
});

describe("it is refused", () => {
  test("where they meet nowhere yet", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const noted = noteTrouble(ctx, { patientId: patient.id, kind: "sound-poor" });
    await expect(noted).rejects.toMatchObject({ reason: "trouble-nowhere" });
  });

  test("of the picture on the phone, and of anything in person", async () => {
    const { made, patient, ctx, input } = await makeMeeting();
    const phone = await listedPlatform(made, { kind: "phone" });
    const room = await listedPlatform(made, { kind: "in-person" });
    await placeOn(made, patient.id, phone.id);
    const picture = noteTrouble(ctx, { ...input, kind: "picture-poor" });
    await expect(picture).rejects.toMatchObject({ reason: "trouble-not-of-platform" });
    await placeOn(made, patient.id, room.id);
    await expect(noteTrouble(ctx, input)).rejects.toMatchObject({ reason: "trouble-not-of-platform" });
    expect((await homePage(ctx, "en")).troubles).toEqual([]);
  });

  test("when the same side pressed it a moment ago; the other side may", async () => {
    const { made, ctx, input } = await makeMeeting();
    await noteTrouble(ctx, input);
    await expect(noteTrouble(ctx, input)).rejects.toMatchObject({ reason: "trouble-already-noted" });
    await noteTrouble(made.therapist, input);
  });

  test("for somebody whose care has ended", async () => {
    const { made } = await makeMeeting();
    const { patient, ctx } = await makePatient(made, { archived: true });
    const noted = noteTrouble(ctx, { patientId: patient.id, kind: "sound-poor" });
    await expect(noted).rejects.toMatchObject({ reason: "patient-archived" });
    expect((await homePage(ctx, "en")).troubles).toEqual([]);
  });
});

test("patients read what they can note, and who reads it", async () => {
  const { patient, ctx } = await makeMeeting();
  expect((await homePage(ctx, "en")).troubles).toEqual([
    {
      patientId: patient.id,
      platform: "Clearline",
      readBy: "Test therapist",
      kinds: ["could-not-get-in", "sound-poor", "picture-poor", "line-dropped"],
    },
  ]);
});

test("another patient and another practice do not find it, nor a platform of another practice", async () => {
  const { made, ctx, input } = await makeMeeting();
  const other = await makeMeeting();
  const { ctx: neighbour } = await makePatient(made, { calledName: "Ben" });
  await expect(noteTrouble(neighbour, input)).rejects.toBeInstanceOf(NotFound);
  await expect(noteTrouble(other.made.owner, input)).rejects.toBeInstanceOf(NotFound);
  const elsewhere = noteTrouble(ctx, { ...input, platformId: other.platformId });
  await expect(elsewhere).rejects.toBeInstanceOf(NotFound);
});

test("whose appointment it was is hidden from those who may not see the patient", async () => {
  const { made, ctx, input, platformId } = await makeMeeting();
  await noteTrouble(ctx, input);
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const seen = await readPractice(colleague, (tx) => listTroubles(tx, colleague, { platformId }));
  expect(seen).toMatchObject([{ kind: "sound-poor", patient: null }]);
});

test("of two presses at once, one is noted", async () => {
  const { ctx, input, troubles } = await makeMeeting();
  const both = [noteTrouble(ctx, input), noteTrouble(ctx, input)];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await troubles()).toHaveLength(1);
});
