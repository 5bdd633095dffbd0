import { timingSafeEqual } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { codeMisses } from "@/db/schema";
import { normalAddress } from "@/lib/address";
import { recordEvent } from "@/lib/audit/record-event";
import { systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, inSignIn, type Tx } from "@/lib/in-practice";
import type { Opened } from "./begin-session";
import { hashSignInCode, keyedHash } from "./hashes";
import { countMiss, hasMissesLeft } from "./link-limits";
import { openSession } from "./open-session";
import { areUsedUp, type CodeRefusal, day, later, type Misses } from "./rules";
import { takeEquallyLong } from "./take-equally-long";
import { findWhose, listLiveTokens } from "./tokens";
import { askerOf, type Visitor } from "./visitor";

/** Whose mail the code came with: an address as typed, or an older link to the same mailbox. */
export type CodeFor = { address: string } | { token: string };

type Guess =
  | { right: { id: string; practiceId: string } }
  | { refusal: CodeRefusal; firstMissIn: string | null };

/** Lets somebody in by the six digits of a mail. One answer for a wrong code, a stale one and an unknown address. */
export async function redeemCode(visitor: Visitor, whose: CodeFor, code: string): Promise<Opened> {
  return takeEquallyLong(async () => {
    const guess = await inSignIn(async (tx, now) => judge(tx, now, visitor, whose, code));
    if ("right" in guess) return openSession(guess.right, "email-code", visitor);
    if (guess.firstMissIn) await recordMiss(guess.firstMissIn);
    throw new Refused(guess.refusal);
  });
}

async function addressOf(tx: Tx, whose: CodeFor): Promise<string> {
  if ("address" in whose) return normalAddress(whose.address);
  return (await findWhose(tx, whose.token))?.email ?? "";
}

/** One guess from a network and for an address at a time, so that misses are counted exactly. */
async function judge(tx: Tx, now: Date, visitor: Visitor, whose: CodeFor, code: string): Promise<Guess> {
  if (!(await hasMissesLeft(tx, now, visitor))) return { refusal: "code-closed", firstMissIn: null };
  const email = await addressOf(tx, whose);
  const addressHash = keyedHash("address", email);
  const askerHash = askerOf(visitor, email);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${addressHash}, 1))`);
  const counted = await tx
    .select({ askerHash: codeMisses.askerHash, missedAt: codeMisses.missedAt })
    .from(codeMisses)
    .where(and(eq(codeMisses.addressHash, addressHash), gt(codeMisses.missedAt, later(now, -day))));
  const missesSince = (when: Date): Misses => {
    const since = counted.filter(({ missedAt }) => missedAt >= when);
    return { asker: since.filter((one) => one.askerHash === askerHash).length, address: since.length };
  };
  if (areUsedUp(missesSince(later(now, -day)), "inADay"))
    return { refusal: "code-closed", firstMissIn: null };

  const tokens = await listLiveTokens(tx, email, now);
  const right = tokens.find(
    ({ id, codeHash, madeAt }) =>
      isSame(hashSignInCode(id, code), codeHash) && !areUsedUp(missesSince(madeAt), "ofOneCode"),
  );
  if (right) return { right };

  await tx.insert(codeMisses).values({ id: uuid(), addressHash, askerHash, missedAt: now });
  await countMiss(tx, now, visitor);
  const newest = tokens[0];
  const isFirst = newest && missesSince(newest.madeAt).address === 0;
  return { refusal: "code-wrong", firstMissIn: isFirst ? newest.practiceId : null };
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

async function recordMiss(practiceId: string): Promise<void> {
  const ctx = systemContext(practiceId, "web");
  await inPractice(ctx, (tx) =>
    recordEvent(tx, ctx, { name: "access.refused", what: "sign-in", reason: "code-wrong" }),
  );
}
