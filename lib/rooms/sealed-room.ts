import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

type Secrets = { link: string | null; passcode: string | null };
type Sealed = { sealedLink: Buffer | null; sealedPasscode: Buffer | null };

/** Link and passcode let somebody in, so a copy of the database must not give them away. */
export function sealSecrets(ctx: Context, roomId: string, { link, passcode }: Secrets): Sealed {
  const seal = (column: string, words: string | null) =>
    words === null ? null : sealValue(env().masterKey, place(ctx, roomId, column), Buffer.from(words));
  return { sealedLink: seal("sealed_link", link), sealedPasscode: seal("sealed_passcode", passcode) };
}

/** Null when something that is stored is no longer what was sealed: half a door leads to the wrong room. */
export function openSecrets(ctx: Context, roomId: string, sealed: Sealed): Secrets | null {
  const open = (column: string, value: Buffer | null) =>
    value && openUnaltered(env().masterKey, place(ctx, roomId, column), value);
  const link = open("sealed_link", sealed.sealedLink);
  const passcode = open("sealed_passcode", sealed.sealedPasscode);
  const isAltered = (sealed.sealedLink && !link) || (sealed.sealedPasscode && !passcode);
  return isAltered ? null : { link: link?.toString() ?? null, passcode: passcode?.toString() ?? null };
}

function place({ practiceId }: Context, rowId: string, column: string) {
  return { practiceId, table: "rooms", column, rowId };
}
