import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { memberships, staffMembers, staffRoles, users } from "@/db/schema";
import type { Arrival, StaffContext, StaffRole } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

export async function insertStaff(
  tx: Tx,
  practiceId: string,
  now: Date,
  { roles, name = "Test Staff" }: { roles: StaffRole[]; name?: string },
): Promise<StaffContext> {
  const staffId = uuid();
  const email = `s-${randomBytes(6).toString("hex")}@staff.test`;
  await tx.insert(staffMembers).values({ practiceId, id: staffId, name, email, joinedAt: now });
  await tx
    .insert(staffRoles)
    .values(roles.map((role) => ({ practiceId, id: uuid(), staffId, role, grantedAt: now })));
  const userId = await userOf(tx, email, now);
  await insertMembership(tx, { practiceId, userId, kind: "staff", rowId: staffId, beganAt: now });
  return { kind: "staff", practiceId, userId, staffId, roles, route: "portal", arrival: arrivalAt(now) };
}

export async function insertMembership(
  tx: Tx,
  row: Omit<typeof memberships.$inferInsert, "id">,
): Promise<string> {
  const id = uuid();
  await tx.insert(memberships).values({ id, ...row });
  return id;
}

export async function userOf(tx: Tx, email: string, now: Date): Promise<string> {
  await tx.insert(users).values({ id: uuid(), email, createdAt: now }).onConflictDoNothing();
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id ?? "";
}

export function arrivalAt(now: Date): Arrival {
  return { ip: "192.0.2.7", userAgent: "Test browser", authentication: "email-link", authenticatedAt: now };
}
