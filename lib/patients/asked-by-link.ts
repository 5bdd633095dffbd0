import { and, eq, max } from "drizzle-orm";
import { firstEntries } from "@/db/schema";
import { lastOpened, type QuestionLink } from "@/lib/auth/question-links";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { findWaiting } from "@/lib/messages/waiting-question";
import { routes } from "@/lib/routes";
import { type PatientOfUser, patientsOfUser } from "./queries";
import { laterOf } from "./second-fact";

/** Whom a question link asks, if its mailbox still stands for them, and where the question that waits is read. */
export async function askedByLink(tx: Tx, ctx: Context, link: QuestionLink) {
  const mailbox = await patientsOfUser(tx, ctx, link.userId);
  const patient = mailbox.find(({ id }) => id === link.patientId);
  if (!patient) return null;
  const [, slug = "", preferred = null] = /^\/my\/([^/]+)\/requests\/([^/]+)$/.exec(link.landing) ?? [];
  const waiting = patient.isArchived ? null : await findWaiting(tx, link, preferred);
  return { patient, place: waiting && routes.request(slug, waiting) };
}

/** Since when wrong dates of birth count against somebody who has come in before: since it was last right. */
export async function missesCountSince(
  tx: Tx,
  ctx: Context,
  link: QuestionLink,
  { isProven, membershipId }: PatientOfUser,
): Promise<Date | null> {
  if (!isProven) return null;
  const [entry] = await tx
    .select({ provenAt: max(firstEntries.provenAt) })
    .from(firstEntries)
    .where(and(eq(firstEntries.practiceId, ctx.practiceId), eq(firstEntries.membershipId, membershipId)));
  return laterOf(entry?.provenAt ?? null, await lastOpened(tx, link));
}
