import { v7 as uuid } from "uuid";
import {
  type Message,
  messageAttempts,
  messageDeliveries,
  messageFailures,
  messageSettlements,
  type Practice,
} from "@/db/schema";
import { whyNotAddress } from "@/lib/address";
import { newestCheckpoint } from "@/lib/audit/published-checkpoint";
import { recordEvent } from "@/lib/audit/record-event";
import { mintQuestionLink } from "@/lib/auth/mint-question-link";
import { mintToken } from "@/lib/auth/mint-token";
import type { SystemContext } from "@/lib/context";
import { DatabaseDown, inPractice, type Tx } from "@/lib/in-practice";
import { claim } from "@/lib/worker/claim";
import { reportFault } from "@/lib/worker/report-fault";
import { sweep } from "@/lib/worker/sweep";
import { turns } from "@/lib/worker/turns";
import type { Witnessed } from "@/verifier/trail/outside";
import { composeMessage, type Mail, type MailLink, witnessing } from "./compose-message";
import { deliverMail } from "./deliver-mail";
import { noteHandover, noteServerAnswer } from "./hand-over";
import { findQuestion, getOwedMessage, isStillTheirs } from "./queries";
import {
  asksSomething,
  isDue,
  letsIn,
  type MailOutcome,
  nextTry,
  outcomeOfMistake,
  type SettlementCause,
  whyNotOwed,
} from "./rules";

type Carry = (mail: Mail, handOver: () => Promise<void>) => Promise<MailOutcome>;
type TakeTurn = () => Promise<() => void>;
type Attempt = {
  id: string;
  message: Message;
  practice: Practice;
  link: MailLink | null;
  witnessed: Witnessed | null;
  attempt: number;
  now: Date;
};

/** What is killed leaves in doubt whatever was handed over and not answered: that is one mail, where servers are quick. */
const longestTurn = 250;

/** Sends what is owed and due, and says how many were tried. Any number of workers may do this at the same time. */
export const sendOwedMessages = sending("unsent");

/** Somebody waits for these at the sign-in: a server that keeps all other mails waiting does not keep them. */
export const sendSignInMails = sending("unsent_sign_ins");

function sending(due: "unsent" | "unsent_sign_ins") {
  const usualTurn = turns(longestTurn);
  return (signal: AbortSignal, carry: Carry = deliverMail, takeTurn = usualTurn): Promise<number> => {
    const send = sweep({
      due,
      most: 100,
      atOnce: 5,
      each: (ctx, id) => sendOrNote(ctx, id, carry, takeTurn),
      fault: (id) => `that message ${id} could not be sent could not be noted`,
    });
    return send(signal);
  };
}

/** What fails in us is noted like what fails in a mailbox: it comes again after a pause, and the others go on. */
async function sendOrNote(
  ctx: SystemContext,
  id: string,
  carry: Carry,
  takeTurn: TakeTurn,
): Promise<boolean> {
  try {
    return await sendOwedMessage(ctx, id, carry, takeTurn);
  } catch (error) {
    if (error instanceof DatabaseDown) throw error;
    reportFault(`message ${id} of practice ${ctx.practiceId} could not be sent`, error);
    await inPractice(ctx, async (tx, now) => {
      const { message, facts } = await getOwedMessage(tx, ctx, id);
      const attempt = Math.max(facts.attempts, facts.failures + 1);
      if (!facts.deliveredAt)
        await recordOutcome(tx, ctx, { id: null, message, attempt }, outcomeOfMistake(error), now);
    });
    return true;
  }
}

/**
 * One try. That it begins is committed before SMTP does, and that the mail leaves before it leaves: mail cannot be
 * rolled back.
 */
export async function sendOwedMessage(
  ctx: SystemContext,
  id: string,
  carry: Carry,
  takeTurn: TakeTurn = async () => () => {},
): Promise<boolean> {
  const attempt = await inPractice(
    ctx,
    (tx) => claim(tx, "message", id),
    async (tx, now, claimed) => (claimed ? attemptMessage(tx, ctx, id, now) : null),
  );
  if (!attempt) return false;
  const { message, practice, now: date } = attempt;
  const mail = await composeMessage(message, practice, { ...attempt, date });
  const about = { messageId: id, attemptId: attempt.id };
  let isOurs = true;
  let endTurn = () => {};
  try {
    const outcome = await carry(mail, async () => {
      endTurn = await takeTurn();
      isOurs = await inPractice(ctx, (tx, then) => noteHandover(tx, ctx, about, then));
      if (!isOurs) throw new Error("another worker sends it");
    });
    if (!isOurs) return false;
    // By itself and at once: what waits for the head of the trail is in doubt for longer.
    if (outcome.state === "delivered")
      await inPractice(ctx, (tx, takenAt) => noteServerAnswer(tx, ctx, about, { takenAt }));
    endTurn();
    await inPractice(ctx, (tx, then) => recordOutcome(tx, ctx, attempt, outcome, then));
  } finally {
    endTurn();
  }
  return true;
}

async function attemptMessage(tx: Tx, ctx: SystemContext, id: string, now: Date): Promise<Attempt | null> {
  const { message, practice, facts } = await getOwedMessage(tx, ctx, id);
  if (!isDue(facts, now)) return null;
  if (facts.isTaken) {
    await recordOutcome(tx, ctx, { id: null, message, attempt: facts.attempts }, { state: "delivered" }, now);
    return null;
  }
  const question = asksSomething(message.kind) ? await findQuestion(tx, message) : null;
  const settled = question && whyNotOwed(question);
  if (settled) {
    await settleMessage(tx, ctx, message, settled, now);
    return null;
  }
  const attempt = { id: uuid(), attempt: facts.attempts + 1 };
  await tx
    .insert(messageAttempts)
    .values({ practiceId: ctx.practiceId, id: attempt.id, messageId: id, attemptedAt: now });

  const opens = letsIn(message.kind);
  const isReplaced = opens && !(await isStillTheirs(tx, message));
  const cause = whyNotAddress(message.toAddress) ?? (isReplaced ? "address-replaced" : null);
  const link = opens && !cause ? await mintLink(tx, now, message) : null;
  const witnessed = witnessing.includes(message.kind) ? await newestCheckpoint(tx, ctx) : null;
  const made = { ...attempt, message, practice, link, witnessed, now };
  if (!cause) return made;
  await recordOutcome(tx, ctx, made, { state: "failed", kind: "refused", cause }, now);
  return null;
}

/** A question waits longer than a way in may lie about in a mailbox: its link opens nothing by itself. */
function mintLink(tx: Tx, now: Date, message: Message): Promise<MailLink> {
  const { kind, patientId, sittingId } = message;
  return asksSomething(kind) && patientId && sittingId
    ? mintQuestionLink(tx, now, { ...message, patientId, sittingId })
    : mintToken(tx, now, message);
}

async function settleMessage(
  tx: Tx,
  ctx: SystemContext,
  message: Message,
  cause: SettlementCause,
  settledAt: Date,
): Promise<void> {
  const { practiceId } = ctx;
  await tx
    .insert(messageSettlements)
    .values({ practiceId, id: uuid(), messageId: message.id, cause, settledAt });
  await recordEvent(tx, ctx, { name: "message.settled", ...aboutMessage(message), cause });
}

function aboutMessage({ id: messageId, patientId, kind }: Message) {
  return { ...(patientId && { patient: patientId }), messageId, kind };
}

async function recordOutcome(
  tx: Tx,
  ctx: SystemContext,
  { id: attemptId, message, attempt }: Pick<Attempt, "message" | "attempt"> & { id: string | null },
  outcome: MailOutcome,
  now: Date,
): Promise<void> {
  const row = { practiceId: ctx.practiceId, id: uuid(), messageId: message.id };
  const about = aboutMessage(message);
  if (outcome.state === "delivered") {
    const [first] = await tx
      .insert(messageDeliveries)
      .values({ ...row, deliveredAt: now })
      .onConflictDoNothing()
      .returning({ id: messageDeliveries.id });
    if (first) await recordEvent(tx, ctx, { name: "message.delivered", ...about });
    return;
  }
  const { kind, cause, isUnanswered } = outcome;
  if (attemptId && !isUnanswered)
    await noteServerAnswer(tx, ctx, { messageId: message.id, attemptId }, { declinedAt: now });
  const final = kind === "refused";
  const nextTryAt = final ? null : nextTry(attempt, now, isUnanswered);
  await tx.insert(messageFailures).values({ ...row, kind, cause, failedAt: now, nextTryAt });
  await recordEvent(tx, ctx, { name: "message.failed", ...about, attempt, final });
}
