import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { daysAfter, today } from "@/lib/dates";
import { completeDuty } from "@/lib/duties/complete-duty";
import { placePatient } from "@/lib/platforms/place-patient";
import { assignRoom } from "@/lib/rooms/assign-room";
import { listPlatform, makeCouple, newNumber, roomInput } from "@/lib/rooms/rooms.fixture";
import { roomsPage } from "@/lib/screens/desk/rooms";
import { makeWish } from "@/lib/wishes/make-wish";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { boardPage } from "./desk/board";
import { groupPage } from "./desk/group";
import { patientPage } from "./desk/patient";
import { todayPage } from "./desk/today";
import { linesAbout } from "./desk/today.fixture";
import { wishPage } from "./desk/wish";
import { consentsPage } from "./my/consents";
import { homePage } from "./my/home";
import { joinPage } from "./my/join";
import { myPlatformPage } from "./my/platform";
import { takenBackPage } from "./my/withdrawn";

await testDatabase();
afterAll(closeDatabase);

type Person = Awaited<ReturnType<typeof makePatient>>;
const whole = { filter: "all", search: "", sort: "name", page: 1 } as const;

/** A practice on Zoom with a phone, one text about meeting by video and one about recording. */
async function makeTexts() {
  const made = await makePractice();
  const zoom = await listPlatform(made.system);
  const phone = await listPlatform(made.system, "phone", { kind: "phone", meetsOn: false });
  const video = await makeDisclosure(made, { kind: "platform-disclosure" });
  const recording = await makeDisclosure(made);
  return { made, zoom, phone, video, recording };
}

async function sayYes({ made, video, recording }: Awaited<ReturnType<typeof makeTexts>>, person: Person) {
  for (const text of [video, recording]) {
    const requestId = await ask(made, person.ctx, person.patient.id, text.disclosure.id);
    await answerRequest(person.ctx, answerTo(requestId, text));
  }
}

/** What each screen of either side says of how this patient meets. */
async function everyScreen(made: MadePractice, { patient, ctx }: Person) {
  const [home] = (await homePage(ctx, "en")).people;
  const [join] = (await joinPage(ctx, "en")).people;
  const [agreed] = (await consentsPage(ctx, "en")).people;
  const [another] = (await myPlatformPage(ctx, "en")).people;
  const desk = await patientPage(made.therapist, patient.id, "en");
  const { rooms } = desk.rooms;
  const listed = await roomsPage(
    made.therapist,
    { search: "", show: "all", platformId: null, page: 1 },
    "en",
  );
  const board = await boardPage(made.therapist, whole, "en");
  const now = await todayPage(made.therapist, "en");
  const row = board.rows.find((one) => one.patient.id === patient.id);
  return {
    saying: {
      home: home?.meets?.toAgree,
      join: join?.ways[0]?.toAgree,
      agreed: agreed?.meets?.toAgree,
      cards: agreed?.consents.find(({ kind }) => kind === "platform-disclosure")?.meets?.toAgree,
      another: another?.meets?.toAgree,
      desk: desk.placing?.meets?.toAgree,
      rooms: rooms.toAgree.get(patient.id) ?? null,
      board: board.meeting(patient.id)?.toAgree,
    },
    step: row?.needs.has("way-to-agree"),
    duties: linesAbout(now, "duty").filter(
      (one) => one.duties.some(isAboutMeeting) && one.patientId === patient.id,
    ).length,
    deskDuties: desk.duties.filter((one) => isAboutMeeting(one) && !one.doneAt && !one.isSettled).length,
    promised: ((await takenBackPage(ctx, patient.id, "en"))?.texts ?? []).flatMap(({ promises }) =>
      promises.filter(isAboutMeeting).map(({ isSettled }) => isSettled),
    ),
    lacksRoom: rooms.lacksRoom,
    listedWithout: listed.rows.flatMap(({ owner, room, takenBackAt }) =>
      owner.id === patient.id && !room ? [takenBackAt !== null] : [],
    ),
    warns: rooms.platforms.map(({ takenBackAt }) => takenBackAt !== null),
  };
}

const isAboutMeeting = ({ kind }: { kind: string }) => kind === "agree-on-platform";

/** All screens read the same of one story. */
function told(story: unknown, screens: Awaited<ReturnType<typeof everyScreen>>) {
  expect(new Set(Object.values(screens.saying).map((said) => JSON.stringify(said ?? null)))).toEqual(
    new Set([JSON.stringify(story)]),
  );
  return screens;
}

describe("once everything is taken back, both sides read that another way is to be agreed", () => {
  let texts: Awaited<ReturnType<typeof makeTexts>>;
  let ana: Person;
  let story: {
    takenBackAt: Date;
    dueOn: string;
    isOverdue: boolean;
    disclosureIds: string[];
    dutyIds: string[];
  };
  beforeAll(async () => {
    texts = await makeTexts();
    ana = await makePatient(texts.made);
    await sayYes(texts, ana);
    told(null, await everyScreen(texts.made, ana));
    await withdrawEverything(ana.ctx, { patientId: ana.patient.id });
    const { consents, duties } = await patientPage(texts.made.therapist, ana.patient.id, "en");
    const taken = consents.find(({ disclosure }) => disclosure.kind === "platform-disclosure")?.state.since;
    story = {
      takenBackAt: taken ?? new Date(0),
      dueOn: daysAfter(today(taken ?? new Date(0), texts.made.practice.timeZone), 7),
      isOverdue: false,
      disclosureIds: [texts.video.disclosure.id],
      dutyIds: duties.filter(isAboutMeeting).map(({ id }) => id),
    };
  });

  test("at home, under How to join, on the card, at the desk, on the board and on Today alike", async () => {
    const screens = told(story, await everyScreen(texts.made, ana));
    expect(screens).toMatchObject({
      step: true,
      duties: 1,
      deskDuties: 1,
      promised: [false],
      lacksRoom: false,
      listedWithout: [],
      warns: [true],
    });
  });

  test("and a room is given all the same, for it warns and refuses nothing", async () => {
    await assignRoom(texts.made.therapist, roomInput({ patientId: ana.patient.id }, texts.zoom, newNumber()));
    told(story, await everyScreen(texts.made, ana));
  });

  test("and it stands where a wish for another way is answered", async () => {
    const asked = { patientId: ana.patient.id, wish: texts.phone, other: null, reason: null, next: null };
    const { wishId } = await makeWish(ana.ctx, asked);
    expect((await wishPage(texts.made.therapist, wishId, "en")).meets).toMatchObject({ toAgree: story });
  });

  test("until another way is agreed: that closes the duty, and only who gives a room on Zoom reads of it", async () => {
    const { made, phone } = texts;
    await placePatient(made.therapist, { patientId: ana.patient.id, platformId: phone, from: null });
    const screens = told(null, await everyScreen(made, ana));
    expect(screens).toMatchObject({
      step: false,
      duties: 0,
      deskDuties: 0,
      promised: [true],
      warns: [true],
    });
  });
});

test("a yes said again settles it, and so does what the therapist noted as done", async () => {
  const texts = await makeTexts();
  const { made } = texts;
  const [ana, ben] = [await makePatient(made), await makePatient(made)];
  for (const { patient, ctx, ...person } of [ana, ben]) {
    await sayYes(texts, { patient, ctx, ...person });
    await withdrawEverything(ctx, { patientId: patient.id });
  }
  await sayYes(texts, ana);
  const { duties } = await patientPage(made.therapist, ben.patient.id, "en");
  const owed = duties.find(({ kind }) => kind === "agree-on-platform");
  await completeDuty(made.therapist, { dutyIds: [owed?.id ?? ""], note: "" });
  expect(told(null, await everyScreen(made, ana))).toMatchObject({ step: false, duties: 0, warns: [false] });
  expect(told(null, await everyScreen(made, ben))).toMatchObject({
    step: false,
    duties: 0,
    listedWithout: [true],
    warns: [true],
  });
});

test("in a couple's room it is told to who took it back, and to who gives the room", async () => {
  const texts = await makeTexts();
  const { made } = texts;
  const { groupId, one, other } = await makeCouple(made);
  await sayYes(texts, one);
  await withdrawEverything(one.ctx, { patientId: one.patient.id });
  const together = async ({ ctx }: Person) =>
    (await joinPage(ctx, "en")).people[0]?.ways.find(({ groupName }) => groupName)?.toAgree;
  expect(await together(one)).toMatchObject({ disclosureIds: [texts.video.disclosure.id] });
  expect(await together(other)).toBeNull();
  const { rooms } = await groupPage(made.therapist, groupId, "en");
  expect([...rooms.toAgree.keys()]).toEqual([one.patient.id]);
  expect(rooms.platforms).toMatchObject([{ takenBackAt: expect.any(Date) }]);
});
