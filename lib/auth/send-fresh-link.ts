import { Refused } from "@/lib/errors";
import { inSignIn } from "@/lib/in-practice";
import { chooseMailbox } from "./choose-mailbox";
import { countLinkRequest } from "./link-limits";
import { listHeldMemberships } from "./memberships";
import { oweSignInMessage } from "./owe-sign-in-message";
import { safePath } from "./paths";
import { takeEquallyLong } from "./take-equally-long";
import { findWhose } from "./tokens";
import type { Visitor } from "./visitor";

/** A link says who, even when it has lost its authority: its owner gets a new one to the same place, nothing retyped. */
export async function sendFreshLink(visitor: Visitor, input: { token: string }): Promise<void> {
  await takeEquallyLong(async () => {
    const { token, held } = await inSignIn(async (tx, now) => {
      const found = await findWhose(tx, input.token);
      const held = found ? await listHeldMemberships(tx, found) : [];
      if (!found || held.length === 0) throw new Refused("link-unknown");
      const refusal = await countLinkRequest(tx, now, visitor, found.email);
      if (refusal) throw new Refused(refusal);
      return { token: found, held };
    });
    const mailbox = await chooseMailbox(held, token);
    if (mailbox) await oweSignInMessage(mailbox, safePath(token.landing));
  });
}
