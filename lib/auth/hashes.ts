import { createHmac, randomBytes, randomInt } from "node:crypto";
import { env } from "@/lib/env";

type Purpose = "session" | "link" | "code" | "address" | "network" | "asker" | "misses";

/**
 * A keyed hash, stored in place of something secret or personal: without AUTH_SECRET nobody can test a guess
 * against it.
 */
export function keyedHash(purpose: Purpose, value: string): string {
  return createHmac("sha256", env().authSecret).update(`${purpose}\n${value}`).digest("hex");
}

export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

export function makeSignInCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** Bound to its token, so that equal codes of two people do not look equal. */
export function hashSignInCode(tokenId: string, code: string): string {
  return keyedHash("code", `${tokenId}\n${code}`);
}
