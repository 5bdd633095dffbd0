import { and, eq, max } from "drizzle-orm";
import { questionLinks, users } from "@/db/schema";
import { inSignIn, type Tx } from "@/lib/in-practice";
import { keyedHash } from "./hashes";

export type QuestionLink = NonNullable<Awaited<ReturnType<typeof findQuestionLink>>>;

export async function findQuestionLink(tx: Tx, token: string) {
  const { id, userId, practiceId, patientId, sittingId, landing } = questionLinks;
  const [found] = await tx
    .select({ id, userId, email: users.email, practiceId, patientId, sittingId, landing })
    .from(questionLinks)
    .innerJoin(users, eq(users.id, userId))
    .where(eq(questionLinks.tokenHash, keyedHash("link", token)));
  return found;
}

/** Whom a mailed question link means, if we made it. Looking changes nothing: a mail scanner may do the same. */
export async function lookAtQuestionLink(token: string): Promise<QuestionLink | null> {
  return inSignIn(async (tx) => (await findQuestionLink(tx, token)) ?? null);
}

export async function noteOpened(tx: Tx, { id }: QuestionLink, openedAt: Date): Promise<void> {
  await tx.update(questionLinks).set({ openedAt }).where(eq(questionLinks.id, id));
}

/** When this mailbox last came in by a question to this patient. */
export async function lastOpened(tx: Tx, link: QuestionLink): Promise<Date | null> {
  const { userId, practiceId, patientId } = link;
  const [row] = await tx
    .select({ openedAt: max(questionLinks.openedAt) })
    .from(questionLinks)
    .where(
      and(
        eq(questionLinks.userId, userId),
        eq(questionLinks.practiceId, practiceId),
        eq(questionLinks.patientId, patientId),
      ),
    );
  return row?.openedAt ?? null;
}
