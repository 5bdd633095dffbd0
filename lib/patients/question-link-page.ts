import { lookAtQuestionLink } from "@/lib/auth/question-links";
import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { askedByLink, missesCountSince } from "./asked-by-link";
import { countMisses, latestAddressChanges, latestEntryCodes } from "./entry-proofs";
import { missesUntilLocked } from "./rules";
import { laterOf } from "./second-fact";

/**
 * What the page behind a question link may say to whoever holds the mail: what the mail says itself, and what is
 * asked for at the door. Whose the mailbox is, and what became of the question, is not among it.
 */
export async function questionLinkPage(token: string) {
  const link = await lookAtQuestionLink(token);
  if (!link) return null;
  const ctx = systemContext(link.practiceId, "web");
  return readPractice(ctx, async (tx) => {
    const asked = await askedByLink(tx, ctx, link);
    if (!asked) return null;
    const { patient, place } = asked;
    const codes = await latestEntryCodes(tx, ctx, [patient.id]);
    const forgiven = await missesCountSince(tx, ctx, link, patient);
    const since = codes.reduce((last, { madeAt }) => laterOf(last, madeAt), forgiven);
    const isLocked = (await countMisses(tx, ctx, link.userId, since)) >= missesUntilLocked;
    const changes = await latestAddressChanges(tx, ctx, [patient.id]);
    const { name, phone } = await getPractice(tx, ctx);
    return {
      userId: link.userId,
      landing: place ?? link.landing,
      waits: place !== null,
      isLocked,
      asksFor: patient.isProven ? "birth" : changes.has(patient.id) ? "code" : "either",
      practice: name,
      phone,
    } as const;
  });
}
