import { Refused } from "@/lib/errors";

/** A refusal that is about one field of a form, to stand beside it. */
export type RefusedAt = { refusedAt: string; reason: string; details: Record<string, string | number> };

/** `fields` says which field each reason is about; every other refusal goes its usual way. */
export async function refusedAt<T>(
  fields: Readonly<Record<string, string>>,
  saving: Promise<T>,
): Promise<T | RefusedAt> {
  try {
    return await saving;
  } catch (error) {
    const field = error instanceof Refused ? new Map(Object.entries(fields)).get(error.reason) : undefined;
    if (!(error instanceof Refused && field)) throw error;
    return { refusedAt: field, reason: error.reason, details: error.details };
  }
}
