import { recordEvents } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import type { ProveFirstEntryInput } from "./input";
import { lockPatients, patientsOfUser } from "./queries";
import type { EntryRefusal } from "./rules";
import { judgeSecondFact, keepFirstEntries } from "./second-fact";

/** Opens to a mailbox the patients whose second fact it knows. */
export async function proveFirstEntry(ctx: PatientContext, input: ProveFirstEntryInput) {
  const outcome = await inPractice(
    ctx,
    (tx) => lockUnproven(tx, ctx),
    async (tx, now, unproven) => {
      if (unproven.length === 0) return { proven: [] };
      const judged = await judgeSecondFact(tx, ctx, unproven, input, now);
      const isMiss = "refusal" in judged;
      await recordEvents(tx, ctx, isMiss ? judged.missed : await keepFirstEntries(tx, ctx, judged, now));
      if (isMiss) return judged;
      return { proven: judged.known.map(({ id }) => id) };
    },
  );
  if ("refusal" in outcome) throw new Refused<EntryRefusal>(outcome.refusal);
  return outcome.proven;
}

async function lockUnproven(tx: Tx, ctx: PatientContext) {
  const before = await patientsOfUser(tx, ctx, ctx.userId);
  if (before.length === 0) throw new NotFound();
  const ids = before.map(({ id }) => id);
  await lockPatients(tx, { ...ctx, patientIds: ids }, ids);
  return (await patientsOfUser(tx, ctx, ctx.userId)).filter(({ isProven }) => !isProven);
}
