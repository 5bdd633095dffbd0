import { v7 as uuid } from "uuid";
import { requestOpenings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockRequest } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { getDisclosure } from "@/lib/disclosures/queries";
import { NotFound } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";

/** Notes, once per text in force, that the patient had it on their screen. */
export async function openRequest(ctx: PatientContext, input: { requestId: string; versionId: string }) {
  return inPractice(
    ctx,
    (tx) => lockRequest(tx, ctx, input.requestId),
    async (tx, now, { request }) => {
      const { versions } = await getDisclosure(tx, ctx, request.disclosureId);
      const shown = versions.find(({ id }) => id === input.versionId);
      const ahead = shown && shown.effectiveFrom > now && shown.id !== request.versionId;
      if (!shown || ahead) throw new NotFound();
      const opening = { requestId: request.id, versionId: input.versionId };
      const [first] = await tx
        .insert(requestOpenings)
        .values({ practiceId: ctx.practiceId, id: uuid(), ...opening, openedAt: now, openedBy: ctx.userId })
        .onConflictDoNothing()
        .returning({ id: requestOpenings.id });
      if (first)
        await recordEvent(tx, ctx, { name: "request.opened", patient: request.patientId, ...opening });
    },
  );
}
