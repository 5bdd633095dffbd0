import { and, eq } from "drizzle-orm";
import { requests } from "@/db/schema";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure, getShownVersion } from "@/lib/disclosures/queries";
import { questionVersion } from "@/lib/disclosures/rules";
import { NotFound } from "@/lib/errors";
import { readPage } from "@/lib/in-practice";
import { parseDisclosureMarkdown } from "@/lib/markdown/markdown";
import { getPatient } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";

/** An open question as the sheet that is signed by hand: the text it puts now, in the patient's language. */
export async function paperPage(ctx: StaffContext, requestId: string) {
  return readPage(ctx, async (tx, now) => {
    const [asked] = await tx
      .select({ patientId: requests.patientId })
      .from(requests)
      .where(and(eq(requests.practiceId, ctx.practiceId), eq(requests.id, requestId)));
    if (!asked) throw new NotFound();
    const { patientId } = asked;
    const patient = await getPatient(tx, ctx, patientId);
    const request = (await listRequestFacts(tx, ctx, [patientId])).find(({ id }) => id === requestId);
    if (!request || request.answer || request.cancelledAt) throw new NotFound();
    const { versions } = await getDisclosure(tx, ctx, request.disclosureId);
    const version = questionVersion(versions, request, now);
    if (!version) throw new NotFound();
    const text = await getShownVersion(tx, ctx, version.id, patient.language);
    const { name, phone, timeZone } = await getPractice(tx, ctx);
    return {
      practice: { name, phone, timeZone },
      patient: { id: patient.id, legalName: patient.legalName, treatingName: patient.treatingName },
      isOwn: signingCapacity(patient, today(now, timeZone)) === "self",
      text,
      root: parseDisclosureMarkdown(text.body),
      day: now,
    };
  });
}
