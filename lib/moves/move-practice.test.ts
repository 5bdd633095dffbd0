import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { platformDefaults } from "@/db/schema";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import type { StaffContext } from "@/lib/context";
import { daysAfter, startOfDay, today } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { inPractice, readPractice } from "@/lib/in-practice";
import { makeGroup, makeMeeting, makePlatform, placementsOf } from "@/lib/platforms/placing.fixture";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { movePractice } from "./move-practice";
import { planMove } from "./plan-move";

await testDatabase();

type Meeting = Awaited<ReturnType<typeof makeMeeting>>;
type Asked = { platformId: string; from?: string | null; ctx?: StaffContext };

const planOf = ({ made }: Meeting, { platformId, from = null, ctx = made.owner }: Asked) =>
  readPractice(ctx, (tx, now) => planMove(tx, ctx, { platformId, from }, now));

async function inputFor(meeting: Meeting, asked: Asked, staying: string[] = []) {
  const { shown } = await planOf(meeting, asked);
  return { platformId: asked.platformId, from: asked.from ?? null, staying, stayingGroups: [], shown };
}

const names = async ({ made }: Meeting, patientIds: string[]) => {
  const meets = await readPractice(made.owner, (tx, now) => whereTheyMeet(tx, made.owner, null, now));
  return patientIds.map((id) => meets(id)?.platform.name);
};
const defaultsOf = ({ made }: Meeting) =>
  readPractice(made.owner, (tx) => tx.select().from(platformDefaults));

async function makePeople(meeting: Meeting, count: number) {
  const people: Awaited<ReturnType<typeof makePatient>>[] = [];
  for (let at = 0; at < count; at += 1) people.push(await makePatient(meeting.made));
  return people;
}

describe("moving the practice", () => {
  test("takes everybody along but those who stay, each with an entry of the trail", async () => {
    const meeting = await makeMeeting();
    const { made, zoom, meet } = meeting;
    const [one, two, three] = (await makePeople(meeting, 3)).map(({ patient }) => patient.id);
    const { id: groupId } = await makeGroup(made);
    const input = await inputFor(meeting, { platformId: meet.id }, [one ?? "", two ?? ""]);
    const done = await movePractice(made.owner, { ...input, stayingGroups: [groupId] });
    expect(done).toMatchObject({ came: 1, stayed: 3 });
    expect(await names(meeting, [one ?? "", two ?? "", three ?? ""])).toEqual([
      "Zoom",
      "Zoom",
      "Google Meet",
    ]);
    const placed = await placementsOf(made);
    expect(placed.map(({ platformId, origin }) => [platformId, origin])).toEqual(
      Array.from({ length: 3 }, () => [zoom.id, "exception"]),
    );
    const trail = (await trailOf(made.practice.id)).slice(-4);
    expect(trail[0]).toMatchObject({ name: "platform.default-set", platformId: meet.id });
    expect(trail.map(({ name }) => name).toSorted()).toEqual([
      "group.placed",
      "patient.placed",
      "patient.placed",
      "platform.default-set",
    ]);
  });

  test("on a day leaves everybody where they are until then", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const [stays, comes] = (await makePeople(meeting, 2)).map(({ patient }) => patient.id);
    const { timeZone } = made.practice;
    const from = daysAfter(today(new Date(), timeZone), 30);
    await movePractice(made.owner, await inputFor(meeting, { platformId: meet.id, from }, [stays ?? ""]));
    expect(await names(meeting, [stays ?? "", comes ?? ""])).toEqual(["Zoom", "Zoom"]);
    const then = new Date(startOfDay(from, timeZone).getTime() + 1);
    const meets = await readPractice(made.owner, (tx) => whereTheyMeet(tx, made.owner, null, then));
    expect(meets(stays ?? "")?.platform.name).toBe("Zoom");
    expect(meets(comes ?? "")?.platform.name).toBe("Google Meet");
  });

  test("is refused when somebody was added meanwhile, and nothing is written", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const input = await inputFor(meeting, { platformId: meet.id });
    await makePatient(made);
    await expect(movePractice(made.owner, input)).rejects.toMatchObject({ reason: "move-changed" });
    expect(await defaultsOf(meeting)).toHaveLength(1);
  });

  test("lets nobody stay where nobody can be", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const { id: platformId } = await makePlatform(made.owner, "Jitsi", { agreement: "no" });
    await inPractice(made.system, (tx, now) =>
      tx.insert(platformDefaults).values({
        practiceId: made.practice.id,
        id: uuid(),
        platformId,
        effectiveFrom: now,
        setAt: now,
      }),
    );
    const { patient } = await makePatient(made);
    expect(await planOf(meeting, { platformId: meet.id })).toMatchObject({
      whyNobodyStays: "platform-lacks-agreement",
    });
    const input = await inputFor(meeting, { platformId: meet.id }, [patient.id]);
    await expect(movePractice(made.owner, input)).rejects.toMatchObject({ reason: "nobody-stays" });
    expect(await movePractice(made.owner, { ...input, staying: [] })).toMatchObject({ came: 1 });
  });

  test.each([
    ["to where it is", (m: Meeting) => ({ platformId: m.zoom.id }), "default-unchanged"],
    [
      "on a day that is over",
      (m: Meeting) => ({ platformId: m.meet.id, from: "2026-01-01" }),
      "default-in-past",
    ],
  ])("%s is refused", async (_, asked, reason) => {
    const meeting = await makeMeeting();
    const input = await inputFor(meeting, asked(meeting));
    await expect(movePractice(meeting.made.owner, input)).rejects.toMatchObject({ reason });
  });

  test("to another practice's platform, or with its patient, is not found", async () => {
    const [one, other] = [await makeMeeting(), await makeMeeting()];
    const { patient } = await makePatient(other.made);
    const input = await inputFor(one, { platformId: one.meet.id });
    const theirs = { ...input, platformId: other.meet.id };
    await expect(movePractice(one.made.owner, theirs)).rejects.toBeInstanceOf(NotFound);
    const withTheirs = { ...input, staying: [patient.id] };
    await expect(movePractice(one.made.owner, withTheirs)).rejects.toBeInstanceOf(NotFound);
    await expect(movePractice((await makePractice()).owner, input)).rejects.toBeInstanceOf(NotFound);
  });

  test("lets nobody stay whom a colleague treats", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const { patient } = await makePatient(made);
    const input = await inputFor(meeting, { platformId: meet.id }, [patient.id]);
    await expect(movePractice(colleague, input)).rejects.toBeInstanceOf(NotFound);
  });

  test("from today is from now", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const from = today(new Date(), made.practice.timeZone);
    const { shown } = await planOf(meeting, { platformId: meet.id, from });
    expect(shown).toBe((await planOf(meeting, { platformId: meet.id })).shown);
    const input = { platformId: meet.id, from: null, staying: [], stayingGroups: [], shown };
    expect(await movePractice(made.owner, input)).toMatchObject({ came: 0, stayed: 0 });
  });

  test("of two at once, one moves it", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const input = await inputFor(meeting, { platformId: meet.id });
    const both = [movePractice(made.owner, input), movePractice(made.therapist, input)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await defaultsOf(meeting)).toHaveLength(2);
  });

  test("with many who stay, their entries hold together", async () => {
    const meeting = await makeMeeting();
    const { made, meet } = meeting;
    const ids = (await makePeople(meeting, 30)).map(({ patient }) => patient.id);
    await movePractice(made.owner, await inputFor(meeting, { platformId: meet.id }, ids));
    expect(await placementsOf(made)).toHaveLength(30);
    expect(await verifyStoredTrail(made.system)).toMatchObject({ ok: true });
  });
});
