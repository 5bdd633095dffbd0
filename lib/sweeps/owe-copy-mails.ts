import { and, eq, sql } from "drizzle-orm";
import { patients } from "@/db/schema";
import { lockHead } from "@/lib/audit/lock-head";
import type { SystemContext } from "@/lib/context";
import { inPractice, type Tx } from "@/lib/in-practice";
import { oweCopyReady } from "@/lib/messages/owe-message";
import { getPractice } from "@/lib/practices/queries";
import { routes } from "@/lib/routes";
import { sweep } from "@/lib/worker/sweep";

/**
 * The mail that says that copies are there goes out when the last text of a sitting is sealed. To whom stopped before the last one it
 * is owed an hour after the last answer, once for all that is there by then.
 */
export const oweCopyMails = sweep({
  due: "copies_untold",
  most: 2_000,
  each: oweMail,
  fault: (patientId) => `the mail about the copies of patient ${patientId} could not be owed`,
});

function oweMail(ctx: SystemContext, patientId: string): Promise<boolean> {
  return inPractice(
    ctx,
    // Whoever holds the trail's head sees what other workers, sealing or looking like this one, have owed.
    (tx) => lockHead(tx, ctx),
    async (tx, now) => {
      const patient = await findUntold(tx, ctx, patientId);
      if (!patient?.email) return false;
      const { slug } = await getPractice(tx, ctx);
      await oweCopyReady(tx, ctx, patient, routes.myDocuments(slug), now);
      return true;
    },
  );
}

/** Null when word was owed since this worker looked. */
async function findUntold(tx: Tx, { practiceId }: SystemContext, patientId: string) {
  const untold = sql`exists (
    select from answers a
      join documents d on d.practice_id = a.practice_id and d.signature_id = a.id
     where a.practice_id = ${practiceId} and a.patient_id = ${patientId}
       and not exists (select from messages m
                        where m.practice_id = a.practice_id and m.patient_id = a.patient_id
                          and m.kind = 'copy-ready' and m.owed_at >= a.answered_at))`;
  const [found] = await tx
    .select({ id: patients.id, email: patients.email, language: patients.language })
    .from(patients)
    .where(and(eq(patients.practiceId, practiceId), eq(patients.id, patientId), untold));
  return found ?? null;
}
