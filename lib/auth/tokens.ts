import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { signInTokens, users } from "@/db/schema";
import { inSignIn, type Tx } from "@/lib/in-practice";
import { keyedHash } from "./hashes";
import { findQuestionLink } from "./question-links";
import { type SignInLinkRefusal, whyNotRedeem } from "./rules";

export async function findToken(tx: Tx, token: string) {
  const [found] = await tx
    .select({
      id: signInTokens.id,
      userId: signInTokens.userId,
      email: users.email,
      practiceId: signInTokens.practiceId,
      landing: signInTokens.landing,
      expiresAt: signInTokens.expiresAt,
      spentAt: signInTokens.spentAt,
    })
    .from(signInTokens)
    .innerJoin(users, eq(users.id, signInTokens.userId))
    .where(eq(signInTokens.tokenHash, keyedHash("link", token)));
  return found;
}

/** Whom a link of any kind was sent to, and where it led; a link that is spent or too old still says that. */
export async function findWhose(tx: Tx, token: string) {
  return (await findToken(tx, token)) ?? (await findQuestionLink(tx, token));
}

/** The links and codes sent to an address that still open the door, newest first. */
export function listLiveTokens(tx: Tx, email: string, now: Date) {
  return tx
    .select({
      id: signInTokens.id,
      practiceId: signInTokens.practiceId,
      codeHash: signInTokens.codeHash,
      madeAt: signInTokens.madeAt,
    })
    .from(signInTokens)
    .innerJoin(users, eq(users.id, signInTokens.userId))
    .where(and(eq(users.email, email), isNull(signInTokens.spentAt), gt(signInTokens.expiresAt, now)))
    .orderBy(desc(signInTokens.madeAt));
}

/** Looks at a link without using it: a mail scanner may do the same. */
export function lookAtLink(token: string): Promise<SignInLinkRefusal | null> {
  return inSignIn(async (tx, now) => whyNotRedeem(await findToken(tx, token), now));
}
