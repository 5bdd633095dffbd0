import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Message, messages, practices } from "@/db/schema";
import { findUserOfRow } from "@/lib/auth/row-memberships";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { wakeWorker } from "@/lib/worker/wake";

export type Addressee = { id: string; email: string | null; language: Language };

/** What one kind of message says besides what all of them do; it leaves at once unless `notBefore` says when. */
type Owed = Pick<Message, "practiceId" | "kind" | "userId" | "toAddress" | "language" | "landing"> &
  Partial<Pick<Message, "patientId" | "sittingId" | "notBefore">>;

/** A question mail: about which sitting, where its link leads, and when it may leave at the earliest. */
export type QuestionMail = { requestId: string; sittingId: string; notBefore: Date | null };

/** Each of these owes the patient one kind of mail and returns its message; null when they have no address. */
export const oweQuestion = askingMail("question");
export const oweReminder = askingMail("reminder");
export const oweCopyReady = tellingMail("copy-ready");
export const oweWithdrawalConfirmed = tellingMail("withdrawal-confirmed");
export const owePlatformNews = tellingMail("platform-news");
/** To the mailbox that stood for the patient until now. */
export const oweAddressChanged = tellingMail("address-changed");

type Mailbox = Pick<Message, "userId" | "toAddress" | "language">;

/** Owes somebody who may work here from now on their way in. */
export async function oweInvitation(tx: Tx, ctx: Context, invited: Mailbox, now: Date): Promise<void> {
  const landing = routes.desk(await slugOf(tx, ctx));
  await owe(tx, { ...invited, practiceId: ctx.practiceId, kind: "invitation", landing }, now);
}

/** Owes somebody who works here the message patients would get, to look at. */
export async function oweTrial(
  tx: Tx,
  ctx: Context,
  tried: Mailbox & { landing: string },
  now: Date,
): Promise<void> {
  await owe(tx, { ...tried, practiceId: ctx.practiceId, kind: "trial" }, now);
}

/** Owes a person the link they asked for. The caller has found out whose address it is. */
export async function oweSignIn(tx: Tx, { now, ...link }: Omit<Owed, "kind"> & { now: Date }): Promise<void> {
  await owe(tx, { ...link, kind: "sign-in" }, now);
}

function askingMail(kind: "question" | "reminder") {
  return async (tx: Tx, ctx: Context, patient: Addressee, mail: QuestionMail, now: Date) => {
    if (!patient.email) return null;
    const { requestId, ...rest } = mail;
    const landing = routes.request(await slugOf(tx, ctx), requestId);
    return oweToPatient(tx, ctx, kind, patient, { landing, ...rest }, now);
  };
}

function tellingMail(kind: "copy-ready" | "withdrawal-confirmed" | "platform-news" | "address-changed") {
  return (tx: Tx, ctx: Context, patient: Addressee, landing: string, now: Date) =>
    oweToPatient(tx, ctx, kind, patient, { landing }, now);
}

async function oweToPatient(
  tx: Tx,
  ctx: Context,
  kind: Message["kind"],
  patient: Addressee,
  about: Pick<Owed, "landing" | "sittingId" | "notBefore">,
  now: Date,
): Promise<string | null> {
  const { id: patientId, email: toAddress, language } = patient;
  if (!toAddress) return null;
  const { practiceId } = ctx;
  const userId = await findUserOfRow(tx, ctx, patientId, toAddress);
  if (!userId) throw new Error(`The address of patient ${patientId} has no open membership`);
  return owe(tx, { practiceId, kind, userId, patientId, toAddress, language, ...about }, now);
}

async function owe(tx: Tx, message: Owed, owedAt: Date): Promise<string> {
  const id = uuid();
  await tx.insert(messages).values({ ...message, id, owedAt });
  await wakeWorker(tx);
  return id;
}

async function slugOf(tx: Tx, ctx: Context): Promise<string> {
  const [practice] = await tx
    .select({ slug: practices.slug })
    .from(practices)
    .where(eq(practices.practiceId, ctx.practiceId));
  if (!practice) throw new Error(`There is no practice ${ctx.practiceId}`);
  return practice.slug;
}
