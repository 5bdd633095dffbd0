import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { on } from "@/db/on";
import { patients, requestCancellations, requests } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { holdUnsent } from "@/lib/messages/hold-unsent";
import { visiblePatients } from "@/lib/patients/queries";
import { mustMay } from "@/lib/roles";
import { whyNotStopAsking } from "./rules";

/** Takes back what was asked with one press, as far as no mail about it has left: how many, and how many were gone. */
export async function stopAsking(ctx: StaffContext, { askingId }: { askingId: string }) {
  mustMay(ctx, "ask-patients");
  return inPractice(
    ctx,
    (tx) => lockAsked(tx, ctx, askingId),
    async (tx, now, asked) => {
      const patientIds = asked.map(({ patientId }) => patientId);
      const wanted = new Set(asked.map(({ id }) => id));
      const facts = (await listRequestFacts(tx, ctx, patientIds)).filter(({ id }) => wanted.has(id));
      const open = facts.filter((fact) => !fact.cancelledAt && !fact.answer);
      const gone = await holdUnsent(tx, ctx, [...new Set(open.map(({ sittingId }) => sittingId))]);
      const stopped = open.filter(({ sittingId, openedAt }) => !gone.has(sittingId) && !openedAt);
      const refusal = whyNotStopAsking({ stopped: stopped.length, all: facts });
      if (refusal) throw new Refused(refusal);

      const by = { cancelledAt: now, cancelledBy: ctx.staffId };
      const rows = stopped.map(({ id: requestId }) => {
        return { practiceId: ctx.practiceId, id: uuid(), requestId, ...by };
      });
      if (rows.length > 0) await tx.insert(requestCancellations).values(rows);
      const cancelled = stopped.map(({ id: requestId, patientId: patient }) => {
        return { name: "request.cancelled" as const, patient, requestId };
      });
      await recordEvents(tx, ctx, cancelled);
      const countOf = (some: readonly { patientId: string }[]) =>
        new Set(some.map(({ patientId }) => patientId)).size;
      return { stopped: countOf(stopped), gone: countOf(facts.filter((fact) => !isAmong(fact, stopped))) };
    },
  );
}

function isAmong(fact: { id: string }, some: readonly { id: string }[]): boolean {
  return some.some(({ id }) => id === fact.id);
}

/** The requests of one asking, with their patients locked in the order of the house. */
async function lockAsked(tx: Tx, ctx: StaffContext, askingId: string) {
  const asked = await tx
    .select({ id: requests.id, patientId: requests.patientId })
    .from(requests)
    .innerJoin(patients, on(patients, requests.patientId))
    .where(and(eq(requests.askingId, askingId), visiblePatients(ctx, "ask-patients")))
    .orderBy(asc(patients.id))
    .for("no key update", { of: patients });
  if (asked.length === 0) throw new NotFound();
  return asked;
}
