import { describe, expect, test } from "vitest";
import { platformDefaults } from "@/db/schema";
import { daysAfter, startOfDay, today } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { placeGroup } from "./place-group";
import { placePatient } from "./place-patient";
import { makeGroup, makeMeeting, makePlatform, placementsOf } from "./placing.fixture";
import { platformsOfRecord } from "./queries";
import { setDefault } from "./set-default";
import { whereTheyMeet } from "./where-they-meet";

await testDatabase();

type Meeting = Awaited<ReturnType<typeof makeMeeting>>;

const inDays = (made: Meeting["made"], days: number) =>
  daysAfter(today(new Date(), made.practice.timeZone), days);
const defaultsOf = ({ made }: Meeting) =>
  readPractice(made.owner, (tx) => tx.select().from(platformDefaults).orderBy(platformDefaults.setAt));
const met = ({ made }: Meeting, patientId: string) =>
  readPractice(made.owner, async (tx, now) => (await whereTheyMeet(tx, made.owner, null, now))(patientId));

describe("what the practice meets on", () => {
  test("is set from now, with its event, and everybody without something else follows", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const { patient } = await makePatient(made);
    expect(await met(meeting, patient.id)).toMatchObject({ platform: { name: "Zoom" }, isOwn: false });
    const { effectiveFrom } = await setDefault(made.owner, { platformId: meet.id, from: null });
    expect((await defaultsOf(meeting)).at(-1)).toMatchObject({
      platformId: meet.id,
      setBy: made.owner.staffId,
      effectiveFrom,
    });
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "platform.default-set",
      platformId: meet.id,
      effectiveFrom: effectiveFrom.toISOString(),
    });
    expect(await met(meeting, patient.id)).toMatchObject({ platform: { name: "Google Meet" }, next: null });
  });

  test("is set from a day, and until then everybody sees what is coming", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const { patient } = await makePatient(made);
    const from = inDays(made, 30);
    await setDefault(made.therapist, { platformId: meet.id, from });
    expect(await met(meeting, patient.id)).toMatchObject({
      platform: { name: "Zoom" },
      next: { platform: { name: "Google Meet" }, at: startOfDay(from, made.practice.timeZone) },
    });
  });

  test("counts for a patient from when they came, and not before", async () => {
    const meeting = await makeMeeting();
    const { patient } = await makePatient(meeting.made);
    expect(await met(meeting, patient.id)).toMatchObject({ since: patient.addedAt });
  });

  test.each([
    [
      "a day that is over",
      (m: Meeting) => ({ platformId: m.meet.id, from: "2026-01-01" }),
      "default-in-past",
    ],
    ["what it is", (m: Meeting) => ({ platformId: m.zoom.id, from: null }), "default-unchanged"],
  ])("is not set to %s, and nothing is written", async (_, input, reason) => {
    const meeting = await makeMeeting();
    const set = setDefault(meeting.made.owner, input(meeting));
    await expect(set).rejects.toMatchObject({ reason });
    expect(await defaultsOf(meeting)).toHaveLength(1);
  });

  test("is no service without an agreement", async () => {
    const { made } = await makeMeeting();
    const { id: platformId } = await makePlatform(made.owner, "Jitsi", { agreement: "no" });
    const set = setDefault(made.owner, { platformId, from: null });
    await expect(set).rejects.toMatchObject({ reason: "platform-lacks-agreement" });
  });

  test("is not set by another practice", async () => {
    const { meet } = await makeMeeting();
    const { owner } = await makePractice();
    const set = setDefault(owner, { platformId: meet.id, from: null });
    await expect(set).rejects.toBeInstanceOf(NotFound);
  });

  test("of two who set the same at once, one does", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const both = [made.owner, made.therapist].map((ctx) =>
      setDefault(ctx, { platformId: meet.id, from: null }),
    );
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await defaultsOf(meeting)).toHaveLength(2);
  });
});

describe("an exception", () => {
  test("is a fact with its event, and outlasts a move of the practice", async () => {
    const meeting = await makeMeeting();
    const { made, zoom, meet } = meeting;
    const { patient } = await makePatient(made);
    const about = { patientId: patient.id, from: null };
    const { placementId } = await placePatient(made.therapist, { ...about, platformId: zoom.id });
    expect(await placementsOf(made)).toMatchObject([
      {
        id: placementId,
        patientId: patient.id,
        platformId: zoom.id,
        origin: "exception",
        until: null,
        byStaff: made.therapist.staffId,
        wishId: null,
      },
    ]);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "patient.placed",
      patient: patient.id,
      placementId,
      platformId: zoom.id,
    });
    await setDefault(made.owner, { platformId: meet.id, from: null });
    expect(await met(meeting, patient.id)).toMatchObject({ platform: { name: "Zoom" }, isOwn: true });
  });

  test("ends, and what the practice meets on counts again", async () => {
    const meeting = await makeMeeting();
    const { made, phone } = meeting;
    const { patient } = await makePatient(made);
    await placePatient(made.owner, { patientId: patient.id, platformId: phone.id, from: null });
    await placePatient(made.owner, { patientId: patient.id, platformId: null, from: null });
    expect(await met(meeting, patient.id)).toMatchObject({ platform: { name: "Zoom" }, isOwn: false });
    expect(await placementsOf(made)).toMatchObject([
      { origin: "exception" },
      { origin: "back", platformId: null },
    ]);
    const again = placePatient(made.owner, { patientId: patient.id, platformId: null, from: null });
    await expect(again).rejects.toMatchObject({ reason: "placement-unchanged" });
  });

  test("is not made for a patient who is archived", async () => {
    const { made, phone } = await makeMeeting();
    const { patient } = await makePatient(made, { archived: true });
    const placed = placePatient(made.owner, { patientId: patient.id, platformId: phone.id, from: null });
    await expect(placed).rejects.toMatchObject({ reason: "patient-archived" });
  });

  test("is not made on another practice's platform, nor for its patient", async () => {
    const [one, other] = [await makeMeeting(), await makeMeeting()];
    const { patient } = await makePatient(one.made);
    const foreign = placePatient(one.made.owner, {
      patientId: patient.id,
      platformId: other.phone.id,
      from: null,
    });
    await expect(foreign).rejects.toBeInstanceOf(NotFound);
    const theirs = placePatient(other.made.owner, {
      patientId: patient.id,
      platformId: other.phone.id,
      from: null,
    });
    await expect(theirs).rejects.toBeInstanceOf(NotFound);
  });

  test("of two who make the same at once, one does", async () => {
    const { made, phone } = await makeMeeting();
    const { patient } = await makePatient(made);
    const input = { patientId: patient.id, platformId: phone.id, from: null };
    const both = [placePatient(made.owner, input), placePatient(made.therapist, input)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a group", () => {
  test("has a platform of its own, with its event", async () => {
    const { made, phone } = await makeMeeting();
    const { id: groupId } = await makeGroup(made);
    const { placementId } = await placeGroup(made.therapist, { groupId, platformId: phone.id, from: null });
    expect(await placementsOf(made)).toMatchObject([{ id: placementId, groupId, patientId: null }]);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "group.placed",
      groupId,
      placementId,
      platformId: phone.id,
    });
    const record = await readPractice(made.owner, (tx, now) => platformsOfRecord(tx, made.owner, null, now));
    expect(record({ groupId })).toMatchObject({ platformId: phone.id, isOwn: true });
  });

  test("goes back to the practice's, once", async () => {
    const { made, phone } = await makeMeeting();
    const { id: groupId } = await makeGroup(made);
    await placeGroup(made.owner, { groupId, platformId: phone.id, from: null });
    const back = () => placeGroup(made.owner, { groupId, platformId: null, from: null });
    const outcomes = (await Promise.allSettled([back(), back()])).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("of another practice is not found", async () => {
    const [one, other] = [await makeMeeting(), await makeMeeting()];
    const { id: groupId } = await makeGroup(one.made);
    const placed = placeGroup(other.made.owner, { groupId, platformId: other.phone.id, from: null });
    await expect(placed).rejects.toBeInstanceOf(NotFound);
  });
});
