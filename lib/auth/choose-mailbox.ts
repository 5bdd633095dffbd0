import { and, eq } from "drizzle-orm";
import { firstEntries } from "@/db/schema";
import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import type { Mailbox, Standing } from "./memberships";

/**
 * Which practice writes to somebody: the one they ask for, else one where they have come in, else the first that
 * noted them. A practice that merely adds the address of somebody else's patient does not take over their mail.
 */
export async function chooseMailbox(
  standings: readonly Standing[],
  preferred: { slug: string | null } | { practiceId: string },
): Promise<Mailbox | null> {
  const wanted = standings.find((one) =>
    "slug" in preferred ? one.slug === preferred.slug : one.practiceId === preferred.practiceId,
  );
  const chosen = wanted ?? (await findKnown(standings)) ?? standings[0];
  if (!chosen) return null;
  const { userId, email, practiceId, slug } = chosen;
  return { userId, email, practiceId, slug, worlds: new Set(standings.map((one) => one.practiceId)).size };
}

async function findKnown(standings: readonly Standing[]): Promise<Standing | undefined> {
  if (standings.length < 2) return undefined;
  for (const one of standings) if (one.ofStaff || (await isProven(one))) return one;
  return undefined;
}

function isProven({ practiceId, membershipId }: Standing): Promise<boolean> {
  return readPractice(systemContext(practiceId, "web"), async (tx) => {
    const [entry] = await tx
      .select({ id: firstEntries.id })
      .from(firstEntries)
      .where(and(eq(firstEntries.practiceId, practiceId), eq(firstEntries.membershipId, membershipId)));
    return entry !== undefined;
  });
}
