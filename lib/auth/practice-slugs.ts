import { practiceSlugs } from "@/db/schema";
import { Refused } from "@/lib/errors";
import { inSignIn, type Tx } from "@/lib/in-practice";
import { findPracticeId } from "./memberships";

export async function claimSlug(tx: Tx, practiceId: string, slug: string) {
  const claimed = await tx
    .insert(practiceSlugs)
    .values({ slug, practiceId })
    .onConflictDoNothing()
    .returning({ slug: practiceSlugs.slug });
  if (claimed.length === 0) throw new Refused("slug-taken");
}

/** The practice behind an address on the web, or null; nothing of the practice itself is read. */
export async function practiceBySlug(slug: string): Promise<{ practiceId: string; slug: string } | null> {
  const practiceId = await inSignIn((tx) => findPracticeId(tx, slug));
  return practiceId ? { practiceId, slug } : null;
}
