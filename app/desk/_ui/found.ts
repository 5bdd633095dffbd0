import { notFound } from "next/navigation";
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
