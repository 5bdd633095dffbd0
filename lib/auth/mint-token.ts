import { v7 as uuid } from "uuid";
import { signInTokens } from "@/db/schema";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { hashSignInCode, keyedHash, makeSignInCode, makeToken } from "./hashes";
import { later, linkLifetime } from "./rules";

/** A link and a code for one mail, valid ten minutes from `now`, the database's clock. Both are stored hashed only. */
export async function mintToken(
  tx: Tx,
  now: Date,
  message: { userId: string; practiceId: string; landing: string },
): Promise<{ url: string; code: string }> {
  const { userId, practiceId, landing } = message;
  const id = uuid();
  const token = makeToken();
  const code = makeSignInCode();
  await tx.insert(signInTokens).values({
    id,
    userId,
    practiceId,
    landing,
    tokenHash: keyedHash("link", token),
    codeHash: hashSignInCode(id, code),
    madeAt: now,
    expiresAt: later(now, linkLifetime),
  });
  return { url: `${env().appUrl}${routes.confirm}?token=${token}`, code };
}
