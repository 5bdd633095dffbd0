import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { chooseNextAppointment } from "@/lib/wishes/choose-next-appointment";
import { endNextAppointment } from "@/lib/wishes/end-next-appointment";
import { makeWays } from "@/lib/wishes/wishes.fixture";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { patientPage } from "./desk/patient";
import { todayPage } from "./desk/today";
import { linesAbout } from "./desk/today.fixture";
import { homePage } from "./my/home";
import { joinPage } from "./my/join";

await testDatabase();
afterAll(closeDatabase);

test("the next session alone is said at home, under How to join, at the desk and on Today, until it took place", async () => {
  const made = await makePractice();
  const ways = await makeWays(made);
  const { patient, ctx } = await makePatient(made, { phone: "(555) 010-0102" });
  const said = async () => ({
    home: (await homePage(ctx, "en")).people[0]?.next ?? null,
    join: (await joinPage(ctx, "en")).people[0]?.next ?? null,
    desk: (await patientPage(made.therapist, patient.id, "en")).wishes.next,
    today: linesAbout(await todayPage(made.therapist, "en"), "next").map(({ next }) => next),
  });
  expect(await said()).toEqual({ home: null, join: null, desk: null, today: [] });

  await chooseNextAppointment(ctx, { patientId: patient.id, platformId: ways.phone });
  const byPhone = { platform: { kind: "phone" }, numberEnding: "02" };
  const chosen = { way: "phone", side: "patient" };
  const { today, ...others } = await said();
  expect({ today, ...others }).toMatchObject({ home: byPhone, join: byPhone, desk: chosen, today: [chosen] });

  await endNextAppointment(made.therapist, { choiceId: today[0]?.id ?? "" });
  expect(await said()).toEqual({ home: null, join: null, desk: null, today: [] });
});

test("the next session by phone says so where no number is noted, and is each person's own", async () => {
  const made = await makePractice();
  const ways = await makeWays(made);
  const [one, other] = [await makePatient(made), await makePatient(made)];
  await chooseNextAppointment(made.office, { patientId: one.patient.id, platformId: ways.phone });
  const both = { ...one.ctx, patientIds: [one.patient.id, other.patient.id] };
  const next = (await homePage(both, "es")).people.map(
    (person) => [person.id, person.next?.numberEnding] as const,
  );
  expect(new Map(next)).toEqual(
    new Map([
      [one.patient.id, null],
      [other.patient.id, undefined],
    ]),
  );
});
