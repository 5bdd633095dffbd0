import { notFound } from "next/navigation";
import { isOfRole, recordRefusal } from "@/lib/audit/record-refusal";
import type { Context } from "@/lib/context";
import { NotFound } from "@/lib/errors";

/**
 * For pages: what is absent, foreign, or not for this person's roles has the same answer, 404. That somebody's
 * roles were the reason stands in the trail.
 */
export async function orNotFound<T>(ctx: Context, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isOfRole(error)) await recordRefusal(ctx, error);
    if (error instanceof NotFound || isOfRole(error)) notFound();
    throw error;
  }
}
