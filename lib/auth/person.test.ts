import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { staffRoles } from "@/db/schema";
import { inPractice, readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePatient, makePractice } from "@/test/factories";
import { addressOf, mail, newVisitor } from "./door.fixture";
import { ownPractices } from "./own-practices";
import { findAsPatient, findAsStaff } from "./person";
import { redeemLink } from "./redeem-link";
import { endMemberships } from "./row-memberships";
import { seeSession } from "./see-session";

await testDatabase();
const authenticatedAt = new Date();
const arrival = { ip: null, userAgent: null, authentication: "email-link", authenticatedAt } as const;

const asStaff = (made: MadePractice, userId: string) =>
  readPractice(made.system, (tx) => findAsStaff(tx, { userId, practiceId: made.practice.id, arrival }));
const asPatient = (made: MadePractice, userId: string) =>
  readPractice(made.system, (tx) => findAsPatient(tx, { userId, practiceId: made.practice.id, arrival }));

test("staff are who their membership and their open roles say, in that practice only", async () => {
  const made = await makePractice();
  const { userId, staffId } = made.therapist;
  expect(await asStaff(made, userId)).toMatchObject({ kind: "staff", staffId, roles: ["therapist"] });
  expect(await asStaff(await makePractice(), userId)).toBeNull();
  expect(await asPatient(made, userId)).toBeNull();
});

test("whose last role has ended or whose membership has ended is staff no more", async () => {
  const made = await makePractice();
  const practiceId = made.practice.id;
  await inPractice(made.system, async (tx, now) => {
    await tx
      .update(staffRoles)
      .set({ endedAt: now })
      .where(and(eq(staffRoles.practiceId, practiceId), eq(staffRoles.staffId, made.office.staffId)));
    await endMemberships(tx, made.system, { kind: "staff", rowId: made.therapist.staffId }, now);
  });
  for (const { userId } of [made.office, made.therapist]) expect(await asStaff(made, userId)).toBeNull();
  expect(await asStaff(made, made.owner.userId)).not.toBeNull();
});

test("a parent acts for the children they have proven, and is told of the others", async () => {
  const made = await makePractice();
  const email = "parent@patients.test";
  const first = await makePatient(made, { email });
  const second = await makePatient(made, { email, unproven: true });
  const found = await asPatient(made, first.ctx.userId);
  expect(found?.ctx.patientIds).toEqual([first.patient.id]);
  expect(found?.unprovenPatientIds).toEqual([second.patient.id]);
});

test("a patient whose membership has ended is a stranger at the next request", async () => {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  expect(await asPatient(made, ctx.userId)).not.toBeNull();
  await inPractice(made.system, (tx, now) =>
    endMemberships(tx, made.system, { kind: "patient", rowId: patient.id }, now),
  );
  expect(await asPatient(made, ctx.userId)).toBeNull();
});

test("a person sees every practice they belong to, as staff and as patient, and no other", async () => {
  const harbor = await makePractice({ slug: "harbor", name: "Harbor" });
  const lakeside = await makePractice({ slug: "lakeside", name: "Lakeside" });
  await makePractice();
  const email = await addressOf(harbor.therapist.userId);
  await makePatient(lakeside, { email });
  await makePatient(lakeside, { email, legalName: "A Child" });
  const to = { userId: harbor.therapist.userId, landing: routes.desk("harbor") };
  const { sessionToken } = await redeemLink(newVisitor(), await mail(harbor, to));
  const { belongs = [] } = (await seeSession(sessionToken)) ?? {};
  const lakesides = { kind: "patient", slug: "lakeside", name: "Lakeside", href: routes.my("lakeside") };
  expect(await ownPractices(belongs)).toEqual([
    { kind: "staff", slug: "harbor", name: "Harbor", href: routes.desk("harbor") },
    lakesides,
  ]);
  expect(await ownPractices(belongs, routes.desk("harbor"))).toEqual([lakesides]);
});
