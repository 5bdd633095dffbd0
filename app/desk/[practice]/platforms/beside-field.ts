import { Refused } from "@/lib/errors";
import type { AddPlatformRefusal, NoteFactRefusal } from "@/lib/platforms/rules";

type Field = "name" | "value" | "source" | "sourceName" | "words.en" | "checkedOn" | "goodUntil";

const fieldOf: Partial<
  Record<AddPlatformRefusal | NoteFactRefusal | "name-not-drawable" | "text-not-drawable", Field>
> = {
  "platform-already-listed": "name",
  "name-not-drawable": "name",
  "fact-value-unfit": "value",
  "fact-source-unfit": "source",
  "fact-opinion-of-nobody": "sourceName",
  "fact-in-future": "checkedOn",
  "fact-over-before-checked": "goodUntil",
  "text-not-drawable": "words.en",
};

export type Saved =
  | { id: string }
  | { refused: { field: Field; reason: string; details: Record<string, string | number> } };

/** A refusal that is about one field comes back as such; every other goes its usual way. */
export async function besideField(saving: Promise<{ id: string }>): Promise<Saved> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const field = new Map(Object.entries(fieldOf)).get(error.reason);
    if (!field) throw error;
    return { refused: { field, reason: error.reason, details: error.details } };
  }
}
