import { v7 as uuid } from "uuid";
import { firstEntries, firstEntryMisses } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { PatientContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { isEntryCode } from "./entry-code";
import { countMisses, latestAddressChanges, latestEntryCodes } from "./entry-proofs";
import type { ProveFirstEntryInput } from "./input";
import type { PatientOfUser } from "./queries";
import { type EntryRefusal, missesUntilLocked } from "./rules";

export type Judged =
  | { known: PatientOfUser[]; method: "date-of-birth" | "handed-code" }
  | { refusal: EntryRefusal; left: number; missed: AuditEvent[] };

/**
 * Of whom somebody at the door knows the second fact. A miss is kept, so it is refused after the commit, and every
 * miss is answered alike. What was missed before `forgiven` counts no more.
 */
export async function judgeSecondFact(
  tx: Tx,
  ctx: PatientContext,
  asked: PatientOfUser[],
  input: ProveFirstEntryInput,
  now: Date,
  forgiven: Date | null = null,
): Promise<Judged> {
  const changes = await latestAddressChanges(tx, ctx, idsOf(asked));
  const codes = await latestEntryCodes(tx, ctx, idsOf(asked));
  const since = codes.reduce((last, { madeAt }) => laterOf(last, madeAt), forgiven);
  const misses = await countMisses(tx, ctx, ctx.userId, since);
  if (misses >= missesUntilLocked) return { refusal: "entry-locked", left: 0, missed: [] };

  const byCode = "code" in input;
  const trusted = asked.filter(({ id, isProven }) => isProven || !changes.has(id));
  const ids = byCode ? await ofCode(codes, input.code, now) : ofBirth(trusted, input.dateOfBirth);
  const known = asked.filter(({ id, isProven }) => ids.includes(id) && !(byCode && isProven));
  if (known.length === 0) return miss(tx, ctx, asked, misses + 1, now);
  return { known, method: byCode ? "handed-code" : "date-of-birth" };
}

/** Opens to the mailbox those whose second fact it knew. Gives the events to be recorded. */
export async function keepFirstEntries(
  tx: Tx,
  ctx: PatientContext,
  { known, method }: Extract<Judged, { known: unknown }>,
  provenAt: Date,
): Promise<AuditEvent[]> {
  const proof = { practiceId: ctx.practiceId, userId: ctx.userId, method, provenAt };
  await tx
    .insert(firstEntries)
    .values(known.map(({ id, membershipId }) => ({ ...proof, id: uuid(), patientId: id, membershipId })));
  return known.map(({ id }) => ({ name: "patient.first-entry-proven", patient: id }));
}

async function miss(
  tx: Tx,
  ctx: PatientContext,
  asked: PatientOfUser[],
  misses: number,
  now: Date,
): Promise<Judged> {
  const { practiceId, userId } = ctx;
  await tx.insert(firstEntryMisses).values({ practiceId, id: uuid(), userId, missedAt: now });
  const events = ["patient.first-entry-missed", "patient.entry-locked"] as const;
  const names = misses === missesUntilLocked ? events : events.slice(0, 1);
  const missed = idsOf(asked).flatMap((patient) => names.map((name) => ({ name, patient })));
  const left = missesUntilLocked - misses;
  return { refusal: left > 0 ? "entry-mismatch" : "entry-locked", left, missed };
}

function ofBirth(trusted: PatientOfUser[], dateOfBirth: string) {
  return idsOf(trusted.filter((patient) => patient.dateOfBirth === dateOfBirth));
}

type Code = Awaited<ReturnType<typeof latestEntryCodes>>[number];

async function ofCode(codes: Code[], typed: string, now: Date) {
  const alive = codes.filter(({ expiresAt, isSpent }) => expiresAt > now && !isSpent);
  const right = await Promise.all(alive.map(({ codeHash }) => isEntryCode(typed, codeHash)));
  return alive.filter((_, index) => right[index]).map(({ patientId }) => patientId);
}

export function laterOf(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}

function idsOf(found: readonly PatientOfUser[]) {
  return found.map(({ id }) => id);
}
