import { randomInt, timingSafeEqual } from "node:crypto";
import type { Context, PatientContext } from "@/lib/context";
import { sealedText } from "@/lib/sealed-text";

const code = sealedText({ table: "access_tests", column: "sealed_code" });
const browser = sealedText({ table: "access_tries", column: "sealed_browser" });

export function sealNewDigits(ctx: Context, testId: string): Buffer {
  return code.seal(ctx, testId, String(randomInt(10_000)).padStart(4, "0"));
}

export function openDigits(ctx: Context, test: { id: string; sealedCode: Buffer }): string {
  const digits = code.open(ctx, test.id, test.sealedCode);
  if (digits === null) throw new Error("The digits of this test are not those that were sealed.");
  return digits;
}

/** In a time that says nothing about how many of them are right. */
export function isSameDigits(typed: string, digits: string): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(digits)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** With which browser it was tried (15 USC 7001(c)(1)(C)(ii)), for the practice to prove and nobody to read in passing. */
export function sealBrowser(ctx: PatientContext, tryId: string, typed: boolean): Buffer {
  const { ip, userAgent } = ctx.arrival;
  return browser.seal(ctx, tryId, JSON.stringify({ ip, userAgent, typed }));
}
