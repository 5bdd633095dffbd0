import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const slowHash = promisify<string, Buffer, number, Buffer>(scrypt);

/** No letter or figure that is mistaken for another when it is read aloud or from a note. */
const alphabet = "ACDEFGHJKMNPQRTUVWXY34679";
const length = 8;

export function newEntryCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}

/** Slow on purpose: a code is short, and a stolen copy of the table must not give it away. */
export async function hashEntryCode(code: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString("hex")}:${(await slowHash(spelled(code), salt, 32)).toString("hex")}`;
}

export async function isEntryCode(typed: string, codeHash: string): Promise<boolean> {
  const [salt = "", hash = ""] = codeHash.split(":");
  return timingSafeEqual(
    await slowHash(spelled(typed), Buffer.from(salt, "hex"), 32),
    Buffer.from(hash, "hex"),
  );
}

/** As people write it: in small letters, with a space or hyphen in the middle. */
function spelled(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
