import { and, asc, eq, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { patients, practices, type StaffMember, staffMembers, staffRoles } from "@/db/schema";
import type { Context, StaffRole } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { OpenRole } from "./rules";

export type StaffWithRoles = StaffMember & { roles: StaffRole[] };

export async function getPractice(tx: Tx, ctx: Context) {
  const [practice] = await tx.select().from(practices).where(eq(practices.practiceId, ctx.practiceId));
  if (!practice) throw new NotFound();
  return practice;
}

/** Everybody who works or worked here, by name; who left holds no role. */
export async function listStaff(tx: Tx, ctx: Context): Promise<StaffWithRoles[]> {
  const rows = await tx
    .select({ member: staffMembers, role: staffRoles.role })
    .from(staffMembers)
    .leftJoin(staffRoles, and(on(staffMembers, staffRoles.staffId), isNull(staffRoles.endedAt)))
    .where(eq(staffMembers.practiceId, ctx.practiceId))
    .orderBy(asc(staffMembers.name), asc(staffMembers.id), asc(staffRoles.role));
  return [...Map.groupBy(rows, ({ member }) => member.id).values()].flatMap((own) => {
    const roles = own.flatMap(({ role }) => role ?? []);
    return own.slice(0, 1).map(({ member }) => ({ ...member, roles }));
  });
}

export async function getStaffMember(tx: Tx, ctx: Context, staffId: string) {
  const [member] = await tx
    .select()
    .from(staffMembers)
    .where(and(eq(staffMembers.practiceId, ctx.practiceId), eq(staffMembers.id, staffId)));
  if (!member) throw new NotFound();
  return member;
}

/** The roles held now, owners first. */
export async function listOpenRoles(tx: Tx, ctx: Context): Promise<OpenRole[]> {
  return tx
    .select({ staffId: staffRoles.staffId, role: staffRoles.role })
    .from(staffRoles)
    .where(and(eq(staffRoles.practiceId, ctx.practiceId), isNull(staffRoles.endedAt)))
    .orderBy(asc(staffRoles.role));
}

/** Whether this is the address of somebody who works here now. */
export async function worksHere(tx: Tx, ctx: Context, email: string | null): Promise<boolean> {
  if (email === null) return false;
  const [member] = await tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .innerJoin(staffRoles, on(staffMembers, staffRoles.staffId))
    .where(
      and(
        eq(staffMembers.practiceId, ctx.practiceId),
        eq(staffMembers.email, email),
        isNull(staffRoles.endedAt),
      ),
    )
    .limit(1);
  return member !== undefined;
}

/** Whether patients come in with this address, archived ones too: their record stays open to the mailbox. */
export async function isAddressOfPatient(tx: Tx, ctx: Context, email: string): Promise<boolean> {
  const [patient] = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(and(eq(patients.practiceId, ctx.practiceId), eq(patients.email, email)))
    .limit(1);
  return patient !== undefined;
}

export async function listTherapistIds(tx: Tx, ctx: Context): Promise<string[]> {
  const roles = await listOpenRoles(tx, ctx);
  return roles.filter(({ role }) => role === "therapist").map(({ staffId }) => staffId);
}

/** Held by everything that decides over the practice as a whole: its people, and who shares an address. */
export async function lockPractice(tx: Tx, ctx: Context) {
  const [practice] = await tx
    .select()
    .from(practices)
    .where(eq(practices.practiceId, ctx.practiceId))
    .for("no key update");
  if (!practice) throw new NotFound();
  return practice;
}
