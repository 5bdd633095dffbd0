import { and, eq, inArray } from "drizzle-orm";
import { events, messageAttempts, messageDeliveries, messageFailures, messages } from "@/db/schema";
import { env } from "@/lib/env";
import { inPractice, readPractice } from "@/lib/in-practice";
import type { Mail } from "@/lib/messages/compose-message";
import { deliverMail, type Limits } from "@/lib/messages/deliver-mail";
import { oweQuestion } from "@/lib/messages/owe-message";
import { type MadePractice, makePatient, makePractice, type PatientOverrides } from "./factories";

const question = {
  requestId: "019ad000-0000-7000-8000-000000000001",
  sittingId: "019ad000-0000-7000-8000-000000000001",
  notBefore: null,
};
const quick: Limits = { connection: 300, greeting: 300, silence: 300, whole: 2_000 };

/** Carries mail to one server, with limits that a test can wait for. */
export const by = (smtpUrl: string) => (mail: Mail, handOver: () => Promise<void>) =>
  deliverMail(mail, handOver, { smtpUrl, dataDir: env().dataDir }, quick);

/** A question owed to a patient of a practice of its own. */
export async function owed(overrides: PatientOverrides) {
  const made = await makePractice();
  const { patient } = await makePatient(made, overrides);
  const message = await inPractice(made.office, async (tx, now) => {
    await oweQuestion(tx, made.office, patient, question, now);
    const [row] = await tx.select().from(messages).where(eq(messages.practiceId, made.practice.id));
    if (!row) throw new Error("nothing was owed");
    return row;
  });
  return { made, message, id: message.id, address: patient.email, patientId: patient.id };
}

/** What became of a message, and what the trail says of it. */
export async function outcome({ system }: MadePractice, id: string) {
  return readPractice(system, async (tx) => {
    const practice = system.practiceId;
    const attempts = await tx.$count(
      messageAttempts,
      and(eq(messageAttempts.practiceId, practice), eq(messageAttempts.messageId, id)),
    );
    const deliveries = await tx.$count(
      messageDeliveries,
      and(eq(messageDeliveries.practiceId, practice), eq(messageDeliveries.messageId, id)),
    );
    const failures = await tx
      .select()
      .from(messageFailures)
      .where(and(eq(messageFailures.practiceId, practice), eq(messageFailures.messageId, id)));
    const recorded = await tx
      .select({ name: events.name })
      .from(events)
      .where(
        and(eq(events.practiceId, practice), inArray(events.name, ["message.delivered", "message.failed"])),
      );
    return { attempts, deliveries, failures, events: recorded.map(({ name }) => name) };
  });
}
