import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { getPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import type { AnswerRequestInput } from "./input";
import { listRequestFacts } from "./queries";
import { signingCapacity } from "./rules";
import { isUnknownName, mustBeSignable } from "./signature-rules";

type Signed = Pick<AnswerRequestInput, "requestId" | "printedName" | "mark">;

/** The name the practice knows patients by who sign with no word of it; null lets the signature pass unasked. */
export async function reviewName(ctx: PatientContext, signed: Signed): Promise<string | null> {
  mustBeSignable(signed);
  return readPractice(ctx, async (tx, now) => {
    const facts = (await listRequestFacts(tx, ctx, ctx.patientIds)).find(({ id }) => id === signed.requestId);
    if (!facts) throw new NotFound();
    const patient = await getPatient(tx, ctx, facts.patientId);
    const { timeZone } = await getPractice(tx, ctx);
    // Who signs for somebody else is not in our books.
    if (signingCapacity(patient, today(now, timeZone)) !== "self") return null;
    const { legalName, calledName } = patient;
    return isUnknownName(signed.printedName, [legalName, calledName]) ? legalName : null;
  });
}
