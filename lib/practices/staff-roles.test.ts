import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages, staffRoles } from "@/db/schema";
import { listMembershipsIn } from "@/lib/auth/memberships";
import type { StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, testAddress, trailOf } from "@/test/factories";
import { endRole } from "./end-role";
import { grantRole } from "./grant-role";
import { inviteStaff } from "./invite-staff";
import { listStaff } from "./queries";

await testDatabase();

const rolesOf = (ctx: StaffContext, staffId: string) =>
  readPractice(ctx, async (tx) => (await listStaff(tx, ctx)).find(({ id }) => id === staffId));
const opens = async (ctx: StaffContext) => {
  const rows = await readPractice(ctx, (tx) => listMembershipsIn(tx, ctx.userId, ctx.practiceId));
  return rows.map(({ rowId }) => rowId);
};

describe("inviting somebody to work here", () => {
  test("writes the person with their roles and records it", async () => {
    const { owner } = await makePractice();
    const email = testAddress();
    const { staffId } = await inviteStaff(owner, {
      name: " Kai  Moreno",
      email,
      roles: ["office", "therapist"],
    });

    expect(await rolesOf(owner, staffId)).toMatchObject({
      name: "Kai Moreno",
      email,
      roles: ["therapist", "office"],
    });
    expect(await trailOf(owner.practiceId)).toMatchObject([
      { name: "staff.invited", staffId, roles: ["office", "therapist"], actor: { id: owner.staffId } },
    ]);
  });

  test("owes them a way in, in the language of who invited", async () => {
    const { owner } = await makePractice();
    const email = testAddress();
    await inviteStaff(owner, { name: "Kai", email, roles: ["office"], language: "es" });
    const owed = await readPractice(owner, (tx) => tx.select().from(messages));
    expect(owed).toMatchObject([{ kind: "invitation", toAddress: email, language: "es", patientId: null }]);
  });

  test.each(["therapist", "office", "auditor"] as const)("is not for the role %s", async (role) => {
    const made = await makePractice();
    const input = { name: "Kai", email: testAddress(), roles: ["office" as const] };
    await expect(inviteStaff(made[role], input)).rejects.toMatchObject({ reason: "not-your-role" });
  });

  test("refuses the address of a patient", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { archived: true });
    const input = { name: "Kai", email: patient.email ?? "", roles: ["office" as const] };
    await expect(inviteStaff(made.owner, input)).rejects.toMatchObject({ reason: "address-of-patient" });
  });

  test("refuses a known address, bad addresses and nobody's role", async () => {
    const { owner } = await makePractice();
    const input = { name: "Kai", email: testAddress(), roles: ["office" as const] };
    await inviteStaff(owner, input);
    const invite = (changes: object) => inviteStaff(owner, { ...input, email: testAddress(), ...changes });

    await expect(invite({ email: input.email.toUpperCase() })).rejects.toMatchObject({
      reason: "already-staff",
    });
    await expect(invite({ email: "kai" })).rejects.toMatchObject({ reason: "address-malformed" });
    await expect(invite({ roles: [] })).rejects.toMatchObject({ reason: "no-roles" });
    await expect(invite({ name: "" })).rejects.toMatchObject({ reason: "name-empty" });
  });

  test("twice at once brings one person", async () => {
    const { owner } = await makePractice();
    const input = { name: "Kai", email: testAddress(), roles: ["office" as const] };
    const results = await Promise.allSettled([inviteStaff(owner, input), inviteStaff(owner, input)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("giving and ending roles", () => {
  test("a granted role is held and recorded", async () => {
    const { owner, office } = await makePractice();
    await grantRole(owner, { staffId: office.staffId, role: "therapist" });

    expect(await rolesOf(owner, office.staffId)).toMatchObject({ roles: ["therapist", "office"] });
    expect(await trailOf(owner.practiceId)).toMatchObject([
      { name: "staff.role-granted", staffId: office.staffId, role: "therapist" },
    ]);
    await expect(grantRole(owner, { staffId: office.staffId, role: "therapist" })).rejects.toMatchObject({
      reason: "role-already-held",
    });
  });

  test("with the last role the mailbox opens nothing any more, and a new role opens it again", async () => {
    const { owner, office } = await makePractice();
    await endRole(owner, { staffId: office.staffId, role: "office" });

    expect(await rolesOf(owner, office.staffId)).toMatchObject({ roles: [] });
    expect(await opens(office)).toEqual([]);
    expect(await trailOf(owner.practiceId)).toMatchObject([{ name: "staff.role-ended", role: "office" }]);

    await grantRole(owner, { staffId: office.staffId, role: "auditor" });
    expect(await rolesOf(owner, office.staffId)).toMatchObject({ roles: ["auditor"] });
    expect(await opens(office)).toEqual([office.staffId]);
    const ended = await readPractice(owner, (tx) =>
      tx
        .select()
        .from(staffRoles)
        .where(eq(staffRoles.staffId, office.staffId))
        .orderBy(staffRoles.grantedAt),
    );
    expect(ended).toMatchObject([
      { role: "office", endedBy: owner.staffId },
      { role: "auditor", endedAt: null },
    ]);
  });

  test("one of several roles ends and the person stays", async () => {
    const made = await makePractice();
    const both = await makeStaff(made, { roles: ["therapist", "office"] });
    await endRole(made.owner, { staffId: both.staffId, role: "office" });
    expect(await rolesOf(made.owner, both.staffId)).toMatchObject({ roles: ["therapist"] });
    expect(await opens(both)).toEqual([both.staffId]);
  });

  test("the last owner cannot be removed, not even by two owners removing each other at once", async () => {
    const made = await makePractice();
    const ending = { staffId: made.owner.staffId, role: "owner" as const };
    await expect(endRole(made.owner, ending)).rejects.toMatchObject({ reason: "last-owner" });

    const second = await makeStaff(made, { roles: ["owner"] });
    const results = await Promise.allSettled([
      endRole(made.owner, { staffId: second.staffId, role: "owner" }),
      endRole(second, ending),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ reason: "last-owner" });
  });

  test("a role that is not held cannot end, and nobody but owners decides", async () => {
    const { owner, office, therapist } = await makePractice();
    const input = { staffId: office.staffId, role: "auditor" as const };
    await expect(endRole(owner, input)).rejects.toMatchObject({ reason: "role-not-held" });
    await expect(endRole(therapist, input)).rejects.toMatchObject({ reason: "not-your-role" });
    await expect(grantRole(office, input)).rejects.toMatchObject({ reason: "not-your-role" });
  });

  test("people of another practice are not found", async () => {
    const { owner } = await makePractice();
    const { office } = await makePractice();
    const foreign = { staffId: office.staffId, role: "office" as const };
    await expect(endRole(owner, foreign)).rejects.toBeInstanceOf(NotFound);
    await expect(grantRole(owner, foreign)).rejects.toBeInstanceOf(NotFound);
  });
});
