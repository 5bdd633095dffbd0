import { v7 as uuid } from "uuid";
import { type Patient, wishAnswers } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { owePlatformNews } from "@/lib/messages/owe-message";
import { getChosenPlatform } from "@/lib/platforms/queries";
import { whyNotPlaceOn } from "@/lib/platforms/rules";
import { getPractice } from "@/lib/practices/queries";
import type { AnswerWishInput } from "./input";
import { whyNotDays, whyNotWhen } from "./making-rules";
import type { WishAnswer } from "./rules";
import { answerWords } from "./sealed-words";
import { myPlatformOf } from "./wish-steps";

type Days = Pick<WishAnswer, "decision" | "fromOn" | "trialUntil" | "reviewOn"> & { platformId: string };

/** Refuses days that cannot be, and a platform that nobody may be put on. */
export async function mustBePlaceable(tx: Tx, ctx: StaffContext, answer: Days, now: Date): Promise<void> {
  const practice = await getPractice(tx, ctx);
  const day = today(now, practice.timeZone);
  const days = whyNotDays(answer)?.reason ?? whyNotWhen(answer, day);
  if (days) throw new Refused(days);
  const refusal = whyNotPlaceOn(await getChosenPlatform(tx, ctx, answer.platformId), practice, day);
  if (refusal) throw new Refused(refusal);
}

type Answer = Omit<AnswerWishInput, "wishId">;

/** Writes what the practice says, as far as its decision has a place for it, owes the patient word of it, and gives the event to be recorded. */
export async function writeAnswer(
  tx: Tx,
  ctx: StaffContext,
  wish: { id: string; patient: Patient },
  answer: Answer,
  now: Date,
): Promise<AuditEvent> {
  const { practiceId, staffId: answeredBy } = ctx;
  const { decision } = answer;
  const { patient } = wish;
  const id = uuid();
  const agrees = decision === "yes" || decision === "trial";
  const words = decision === "not-possible" ? answer.words : null;
  await tx.insert(wishAnswers).values({
    practiceId,
    id,
    wishId: wish.id,
    decision,
    answeredAt: now,
    answeredBy,
    platformId: agrees ? answer.platformId : null,
    fromOn: agrees ? answer.fromOn : null,
    trialUntil: decision === "trial" ? answer.trialUntil : null,
    reviewOn: agrees ? answer.reviewOn : null,
    hindrance: decision === "not-possible" ? answer.hindrance : null,
    sealedWords: answerWords.seal(ctx, id, words),
    wordsLanguage: words ? (answer.wordsLanguage ?? patient.language) : null,
  });
  await owePlatformNews(tx, ctx, patient, await myPlatformOf(tx, ctx), now);
  return { name: "platform-request.answered", patient: patient.id, wishId: wish.id, decision };
}
