import { publishedCertificates } from "@/lib/audit/published-certificates";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";

/** The public certificates of the practice at this address, PEM; null when there is no such practice. */
export async function practiceCertificates(slug: string): Promise<string | null> {
  const practice = await practiceBySlug(slug);
  if (!practice) return null;
  const ctx = systemContext(practice.practiceId, "web");
  return readPractice(ctx, (tx) => publishedCertificates(tx, ctx));
}
