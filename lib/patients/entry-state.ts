import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { patientsOfUser } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { countMisses, latestAddressChanges, latestEntryCodes } from "./entry-proofs";
import { missesUntilLocked } from "./rules";

/** How many tries are left at the door, whether the date of birth opens it for anybody, and whom to call when there are none. */
export function entryState(ctx: PatientContext) {
  return readPractice(ctx, async (tx) => {
    const unproven = (await patientsOfUser(tx, ctx, ctx.userId)).filter(({ isProven }) => !isProven);
    const unprovenIds = unproven.map(({ id }) => id);
    const codes = await latestEntryCodes(tx, ctx, unprovenIds);
    const changes = await latestAddressChanges(tx, ctx, unprovenIds);
    const [newest = null] = codes.map(({ madeAt }) => madeAt).sort((a, b) => b.getTime() - a.getTime());
    const misses = await countMisses(tx, ctx, ctx.userId, newest);
    const { name, phone } = await getPractice(tx, ctx);
    const left = Math.max(0, missesUntilLocked - misses);
    const [one = null, ...others] = new Set(unproven.map(({ mailboxOf }) => mailboxOf));
    /** Whose address it is noted to be; null when that is not the same for all of these patients. */
    const whose = others.length === 0 ? one : null;
    return { left, byBirth: changes.size < unproven.length, whose, practice: name, phone };
  });
}

/** A miss is answered with the tries that are left, the last one with the phone number. */
export async function sayingTriesLeft<T>(ctx: PatientContext, prove: () => Promise<T>): Promise<T> {
  try {
    return await prove();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { left, phone } = await entryState(ctx);
    throw new Refused(error.reason, { left, phone });
  }
}
