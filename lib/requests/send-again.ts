import type { AuditEvent } from "@/lib/audit/events";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { oweQuestion } from "@/lib/messages/owe-message";
import { lockPatient } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { SendAgainInput } from "./input";
import { maySend, whyNotSendAgain } from "./sending-rules";
import { listToBeSent } from "./unsent-questions";
import { leavesQuietly } from "./when-mail-leaves";

/** Owes the address in force another mail about what waits, or about one question and those asked with it. */
export async function sendAgain(ctx: StaffContext, { patientId, requestId, leaving }: SendAgainInput) {
  mustMay(ctx, "ask-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId, "ask-patients"),
    async (tx, now, patient) => {
      const all = await listToBeSent(tx, ctx, patient);
      const sitting = all.find(({ request }) => request.id === requestId)?.request.sittingId;
      const waiting = requestId ? all.filter(({ request }) => request.sittingId === sitting) : all;
      const sendable = waiting.filter(({ mail }) => maySend(mail, now)).map(({ request }) => request);
      const practice = await getPractice(tx, ctx);
      const refusal = whyNotSendAgain({
        isArchived: patient.isArchived,
        hasEmail: patient.email !== null,
        isReachable: signingCapacity(patient, today(now, practice.timeZone)) !== null,
        waiting: waiting.length,
        sendable: sendable.length,
      });
      if (refusal) throw new Refused(refusal);

      const notBefore = leaving === "at-once" ? null : leavesQuietly(now, practice);
      const events: AuditEvent[] = [];
      for (const [sittingId, asked] of Map.groupBy(sendable, (request) => request.sittingId)) {
        const mail = { requestId: asked[0]?.id ?? "", sittingId, notBefore };
        const messageId = (await oweQuestion(tx, ctx, patient, mail, now)) ?? "";
        for (const { id } of asked)
          events.push({ name: "request.sent-again", patient: patientId, requestId: id, messageId });
      }
      await recordEvents(tx, ctx, events);
      return { sent: sendable.length, leavesAt: notBefore };
    },
  );
}
