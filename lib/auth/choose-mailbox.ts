import { and, eq } from "drizzle-orm";
import { firstEntries } from "@/db/schema";
import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import type { HeldMembership, Mailbox } from "./memberships";

/**
 * Which practice writes to somebody: the one they ask for, else one where they have come in, else the first that
 * noted them. A practice that merely adds the address of somebody else's patient does not take over their mail.
 */
export async function chooseMailbox(
  held: readonly HeldMembership[],
  preferred: { slug: string | null } | { practiceId: string },
): Promise<Mailbox | null> {
  const wanted = held.find((one) =>
    "slug" in preferred ? one.slug === preferred.slug : one.practiceId === preferred.practiceId,
  );
  const chosen = wanted ?? (await findKnown(held)) ?? held[0];
  if (!chosen) return null;
  const { userId, email, practiceId, slug } = chosen;
  return { userId, email, practiceId, slug, practices: new Set(held.map((one) => one.practiceId)).size };
}

async function findKnown(held: readonly HeldMembership[]): Promise<HeldMembership | undefined> {
  if (held.length < 2) return undefined;
  for (const one of held) if (one.ofStaff || (await isProven(one))) return one;
  return undefined;
}

function isProven({ practiceId, membershipId }: HeldMembership): Promise<boolean> {
  return readPractice(systemContext(practiceId, "web"), async (tx) => {
    const [entry] = await tx
      .select({ id: firstEntries.id })
      .from(firstEntries)
      .where(and(eq(firstEntries.practiceId, practiceId), eq(firstEntries.membershipId, membershipId)));
    return entry !== undefined;
  });
}
