import { Refused } from "@/lib/errors";
import { inSignIn } from "@/lib/in-practice";
import type { Opened } from "./begin-session";
import { openSession } from "./open-session";
import { whyNotRedeem } from "./rules";
import { findToken } from "./tokens";
import type { Visitor } from "./visitor";

/** Lets the holder of a mailed link in, once, within its ten minutes. */
export async function redeemLink(visitor: Visitor, input: { token: string }): Promise<Opened> {
  const token = await inSignIn(async (tx, now) => {
    const found = await findToken(tx, input.token);
    const refusal = whyNotRedeem(found, now);
    if (!found || refusal) throw new Refused(refusal ?? "link-unknown");
    return found;
  });
  return openSession(token, "email-link", visitor);
}
