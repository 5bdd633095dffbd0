import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { on } from "@/db/on";
import {
  answers,
  noticeEndings,
  requestCancellations,
  requestDeclines,
  requests,
  retirements,
} from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { lockDisclosure } from "@/lib/disclosures/queries";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { PublishingRefusal } from "./publication";

/** Stops giving a text out: nobody is asked any more, open questions are taken back, and every record stays readable. */
export async function retireDisclosure(ctx: StaffContext, input: { disclosureId: string }) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, input.disclosureId),
    async (tx, now, { id: disclosureId }) => {
      const { practiceId } = ctx;
      const retired = await tx
        .insert(retirements)
        .values({ practiceId, id: uuid(), disclosureId, retiredAt: now, retiredBy: ctx.staffId })
        .onConflictDoNothing({ target: [retirements.practiceId, retirements.disclosureId] })
        .returning({ id: retirements.id });
      if (retired.length === 0) throw new Refused<PublishingRefusal>("disclosure-retired");

      const open = await listOpen(tx, ctx, disclosureId);
      const taken = open.map(({ requestId }) => {
        return { practiceId, id: uuid(), requestId, cancelledAt: now, cancelledBy: ctx.staffId };
      });
      for (let from = 0; from < taken.length; from += 5_000) {
        await tx.insert(requestCancellations).values(taken.slice(from, from + 5_000));
      }
      await recordEvents(tx, ctx, [
        { name: "disclosure.retired", disclosureId },
        ...open.map((one) => ({ name: "request.cancelled" as const, ...one })),
      ]);
      return { cancelled: open.length };
    },
  );
}

/** Answering shares the disclosure that is held here, so none of these is answered meanwhile. */
async function listOpen(tx: Tx, ctx: StaffContext, disclosureId: string) {
  return tx
    .select({ patient: requests.patientId, requestId: requests.id })
    .from(requests)
    .leftJoin(answers, on(requests, answers.requestId))
    .leftJoin(requestCancellations, on(requests, requestCancellations.requestId))
    .leftJoin(requestDeclines, on(requests, requestDeclines.requestId))
    .leftJoin(noticeEndings, on(requests, noticeEndings.requestId))
    .where(
      and(
        eq(requests.practiceId, ctx.practiceId),
        eq(requests.disclosureId, disclosureId),
        isNull(answers.id),
        isNull(requestCancellations.id),
        isNull(requestDeclines.id),
        isNull(noticeEndings.id),
      ),
    )
    .orderBy(requests.patientId, requests.id);
}
