import { readPractice } from "@/lib/in-practice";
import { addPlatform } from "@/lib/platforms/add-platform";
import { listPlatforms } from "@/lib/platforms/queries";
import type { StoryPractice } from "./practices";

/** A video service of the practice, listed when nobody has listed it yet. */
export async function platformOf({ staff }: StoryPractice): Promise<string> {
  const { owner } = staff;
  const listed = async () =>
    (await readPractice(owner, (tx) => listPlatforms(tx, owner))).find(({ name }) => name === "Zoom")?.id;
  const there = await listed();
  if (there) return there;
  try {
    return (await addPlatform(owner, { kind: "video", name: "", starter: "zoom" })).id;
  } catch (error) {
    // Another story listed it at the same time.
    const theirs = await listed();
    if (!theirs) throw error;
    return theirs;
  }
}
