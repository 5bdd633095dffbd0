import { normalAddress, whyNotAddress } from "@/lib/address";
import { Refused } from "@/lib/errors";
import { inSignIn } from "@/lib/in-practice";
import { chooseMailbox } from "./choose-mailbox";
import { countLinkRequest } from "./link-limits";
import { listHeldMemberships } from "./memberships";
import { oweSignInMessage } from "./owe-sign-in-message";
import { practiceOfPath, safePath } from "./paths";
import { takeEquallyLong } from "./take-equally-long";
import type { Visitor } from "./visitor";

/** Owes a sign-in mail to a known address, and answers the same, as late, for an unknown one. */
export async function requestLink(
  visitor: Visitor,
  input: { address: string; next?: string | undefined },
): Promise<void> {
  const malformed = whyNotAddress(input.address);
  if (malformed) throw new Refused(malformed);
  const email = normalAddress(input.address);
  const wanted = safePath(input.next);

  await takeEquallyLong(async () => {
    const held = await inSignIn(async (tx, now) => {
      const refusal = await countLinkRequest(tx, now, visitor, email);
      if (refusal) throw new Refused(refusal);
      return listHeldMemberships(tx, { email });
    });
    const mailbox = await chooseMailbox(held, { slug: practiceOfPath(wanted) });
    if (mailbox) await oweSignInMessage(mailbox, wanted);
  });
}
