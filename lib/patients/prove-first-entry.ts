import { v7 as uuid } from "uuid";
import { firstEntries, firstEntryMisses } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { isCode } from "./entry-code";
import type { ProveFirstEntryInput } from "./input";
import { countMisses, latestAddressChanges, latestEntryCodes } from "./proofs";
import { lockPatients, type PatientOfUser, patientsOfUser } from "./queries";
import { type EntryRefusal, missesUntilLocked } from "./rules";

/**
 * Opens to a mailbox the patients whose second fact it knows. A miss is kept, so it is refused after the commit,
 * and every miss is answered alike.
 */
export async function proveFirstEntry(ctx: PatientContext, input: ProveFirstEntryInput) {
  const outcome = await inPractice(
    ctx,
    (tx) => lockUnproven(tx, ctx),
    async (tx, now, unproven) => {
      if (unproven.length === 0) return { proven: [] };
      const changes = await latestAddressChanges(tx, ctx, idsOf(unproven));
      const codes = await latestEntryCodes(tx, ctx, idsOf(unproven));
      const lastCodeAt = codes.reduce<Date | null>((last, { madeAt }) => later(last, madeAt), null);
      const misses = await countMisses(tx, ctx, ctx.userId, lastCodeAt);
      if (misses >= missesUntilLocked) return { refusal: "entry-locked" as const };

      const byCode = "code" in input;
      const unchanged = unproven.filter(({ id }) => !changes.has(id));
      const known = byCode ? await ofCode(codes, input.code, now) : ofBirth(unchanged, input.dateOfBirth);
      if (known.length === 0) return miss(tx, ctx, unproven, misses + 1, now);

      const method = byCode ? ("handed-code" as const) : ("date-of-birth" as const);
      const proof = { practiceId: ctx.practiceId, userId: ctx.userId, method, provenAt: now };
      const proven = unproven.filter(({ id }) => known.includes(id));
      await tx
        .insert(firstEntries)
        .values(
          proven.map(({ id, membershipId }) => ({ ...proof, id: uuid(), patientId: id, membershipId })),
        );
      const opened = proven.map(({ id }) => ({ name: "patient.first-entry-proven" as const, patient: id }));
      await recordEvents(tx, ctx, opened);
      return { proven: known };
    },
  );
  if ("refusal" in outcome) throw new Refused<EntryRefusal>(outcome.refusal);
  return outcome.proven;
}

async function lockUnproven(tx: Tx, ctx: PatientContext) {
  const before = await patientsOfUser(tx, ctx, ctx.userId);
  if (before.length === 0) throw new NotFound();
  await lockPatients(tx, { ...ctx, patientIds: idsOf(before) }, idsOf(before));
  return (await patientsOfUser(tx, ctx, ctx.userId)).filter(({ isProven }) => !isProven);
}

async function miss(tx: Tx, ctx: PatientContext, unproven: PatientOfUser[], misses: number, now: Date) {
  const { practiceId, userId } = ctx;
  await tx.insert(firstEntryMisses).values({ practiceId, id: uuid(), userId, missedAt: now });
  const missed = ["patient.first-entry-missed", "patient.entry-locked"] as const;
  const names = misses === missesUntilLocked ? missed : missed.slice(0, 1);
  await recordEvents(
    tx,
    ctx,
    idsOf(unproven).flatMap((patient) => names.map((name) => ({ name, patient }))),
  );
  const refusal: EntryRefusal = misses < missesUntilLocked ? "entry-mismatch" : "entry-locked";
  return { refusal };
}

function ofBirth(unproven: PatientOfUser[], dateOfBirth: string) {
  return idsOf(unproven.filter((patient) => patient.dateOfBirth === dateOfBirth));
}

type Code = Awaited<ReturnType<typeof latestEntryCodes>>[number];

async function ofCode(codes: Code[], typed: string, now: Date) {
  const alive = codes.filter(({ expiresAt, isSpent }) => expiresAt > now && !isSpent);
  const right = await Promise.all(alive.map(({ codeHash }) => isCode(typed, codeHash)));
  return alive.filter((_, index) => right[index]).map(({ patientId }) => patientId);
}

function later(one: Date | null, other: Date): Date {
  return one && one > other ? one : other;
}

function idsOf(found: readonly PatientOfUser[]) {
  return found.map(({ id }) => id);
}
