import { notFound } from "next/navigation";
import { z } from "zod";
import { NotFound, Refused } from "@/lib/errors";

/** For pages: what is absent, foreign, or not for this person's roles has the same answer, 404. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const isHidden = error instanceof Refused && error.reason === "not-your-role";
    if (error instanceof NotFound || isHidden) notFound();
    throw error;
  }
}

/** An id from the address; what could never be one has the answer of what is absent. */
export function idOr404(given: string): string {
  return z.uuid().safeParse(given).success ? given : notFound();
}
