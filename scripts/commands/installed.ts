import { assertAppRole, assertNoUnknownPooler, closeDatabase, database } from "@/db/client";
import { practiceSlugs } from "@/db/schema";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { type SystemContext, systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inSignIn } from "@/lib/in-practice";
import { listPracticeIds } from "@/lib/worker/find-due";
import { openInstallation } from "@/server/embedded/installation";

export type KnownPractice = { slug: string; ctx: SystemContext };

/** Does something with this installation's database, running or started for the occasion. */
export async function withInstallation<T>(act: () => Promise<T>): Promise<T> {
  const installation = await openInstallation();
  try {
    await assertAppRole(database());
    await assertNoUnknownPooler(database());
    return await act();
  } finally {
    await closeDatabase();
    await installation.close();
  }
}

export async function practiceCalled(slug: string): Promise<KnownPractice> {
  const found = await practiceBySlug(slug);
  if (!found) throw new Refused("no-such-practice", { slug });
  return { slug, ctx: systemContext(found.practiceId, "command-line") };
}

/** Every practice with an address or a trail: one that lost either is looked at all the same. */
export async function everyPractice(): Promise<KnownPractice[]> {
  const named = await inSignIn((tx) => tx.select().from(practiceSlugs).orderBy(practiceSlugs.slug));
  const slugs = new Map(named.map(({ practiceId, slug }) => [practiceId, slug]));
  const ids = new Set([...slugs.keys(), ...(await listPracticeIds())]);
  return [...ids].map((id) => ({ slug: slugs.get(id) ?? id, ctx: systemContext(id, "command-line") }));
}
