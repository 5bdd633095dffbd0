import { randomInt, timingSafeEqual } from "node:crypto";
import type { Context, PatientContext } from "@/lib/context";
import { env } from "@/lib/env";
import { openValue, sealValue } from "@/lib/sealed-value";

export function makeDigits(): string {
  return String(randomInt(10_000)).padStart(4, "0");
}

export function sealDigits(ctx: Context, testId: string, digits: string): Buffer {
  return sealValue(env().masterKey, codePlace(ctx, testId), Buffer.from(digits));
}

export function openDigits(ctx: Context, test: { id: string; sealedCode: Buffer }): string {
  return openValue(env().masterKey, codePlace(ctx, test.id), test.sealedCode).toString();
}

/** In a time that says nothing about how many of them are right. */
export function isSameDigits(typed: string, digits: string): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(digits)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** With which browser it was tried (15 USC 7001(c)(1)(C)(ii)), for the practice to prove and nobody to read in passing. */
export function sealBrowser(ctx: PatientContext, tryId: string, typed: boolean): Buffer {
  const { ip, userAgent } = ctx.arrival;
  const place = { practiceId: ctx.practiceId, table: "access_tries", column: "sealed_browser", rowId: tryId };
  return sealValue(env().masterKey, place, Buffer.from(JSON.stringify({ ip, userAgent, typed })));
}

function codePlace({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "access_tests", column: "sealed_code", rowId };
}
