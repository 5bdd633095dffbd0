import { getTranslations } from "next-intl/server";
import { Refused } from "@/lib/errors";

/** A name the practice does not know is asked about, with both buttons, instead of refused: the question, or null. */
export async function askName(sign: () => Promise<unknown>): Promise<string | null> {
  try {
    await sign();
    return null;
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "name-unknown")) throw error;
    return (await getTranslations("refusals"))(error.reason, error.details);
  }
}
