import { Refused } from "@/lib/errors";
import { inSignIn } from "@/lib/in-practice";
import { evenly } from "./evenly";
import { findMailbox } from "./memberships";
import { oweSignInMessage } from "./owe-sign-in-message";
import { safePath } from "./paths";
import { takeTurn } from "./take-turn";
import { findToken } from "./tokens";
import type { Visitor } from "./visitor";

/** A link says who, even when it has lost its authority: its owner gets a new one to the same place, nothing retyped. */
export async function sendFreshLink(visitor: Visitor, input: { token: string }): Promise<void> {
  await evenly(async () => {
    const { mailbox, landing } = await inSignIn(async (tx, now) => {
      const token = await findToken(tx, input.token);
      const found = token && (await findMailbox(tx, { userId: token.userId }, token));
      if (!token || !found) throw new Refused("link-unknown");
      const refusal = await takeTurn(tx, now, visitor, found.email);
      if (refusal) throw new Refused(refusal);
      return { mailbox: found, landing: token.landing };
    });
    await oweSignInMessage(mailbox, safePath(landing));
  });
}
