import type { Context } from "@/lib/context";
import { sealedText } from "@/lib/sealed-text";

type Secrets = { link: string | null; passcode: string | null };
type Sealed = { sealedLink: Buffer | null; sealedPasscode: Buffer | null };

const sealedLink = sealedText({ table: "rooms", column: "sealed_link" });
const sealedPasscode = sealedText({ table: "rooms", column: "sealed_passcode" });

/** Sealed, because whoever has link and passcode can come in. */
export function sealSecrets(ctx: Context, roomId: string, { link, passcode }: Secrets): Sealed {
  return {
    sealedLink: sealedLink.seal(ctx, roomId, link),
    sealedPasscode: sealedPasscode.seal(ctx, roomId, passcode),
  };
}

/** Null when link or passcode is no longer what was sealed: one of the two alone could let in to another meeting. */
export function openSecrets(ctx: Context, roomId: string, sealed: Sealed): Secrets | null {
  const link = sealedLink.open(ctx, roomId, sealed.sealedLink);
  const passcode = sealedPasscode.open(ctx, roomId, sealed.sealedPasscode);
  const isAltered = (sealed.sealedLink && link === null) || (sealed.sealedPasscode && passcode === null);
  return isAltered ? null : { link, passcode };
}
