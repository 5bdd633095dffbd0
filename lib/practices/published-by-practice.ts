import { publishedCertificates } from "@/lib/audit/published-certificates";
import { publishedCheckpoint } from "@/lib/audit/published-checkpoint";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { type SystemContext, systemContext } from "@/lib/context";
import { readPractice, type Tx } from "@/lib/in-practice";

/** What anybody may read of the practice at this address; null when there is no such practice, or nothing yet. */
function published<Text>(read: (tx: Tx, ctx: SystemContext) => Promise<Text>) {
  return async (slug: string): Promise<Text | null> => {
    const practice = await practiceBySlug(slug);
    if (!practice) return null;
    const ctx = systemContext(practice.practiceId, "web");
    return readPractice(ctx, (tx) => read(tx, ctx));
  };
}

/** Its public certificates, PEM. */
export const practiceCertificates = published(publishedCertificates);

/** The key that signs its trail, and what it signed last. */
export const practiceCheckpoint = published(publishedCheckpoint);
