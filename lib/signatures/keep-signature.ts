import { createHmac, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { type Patient, type Practice, type SignatureKind, signatureEvidence, signatures } from "@/db/schema";
import type { PatientContext, StaffContext } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { sealValue } from "@/lib/sealed-value";
import { type Evidence, envelope } from "./find-evidence";

export type Signed = Pick<
  Evidence,
  "printedName" | "intent" | "mark" | "notedBy" | "accessTestId" | "capacity" | "rewritten"
> & {
  patient: Patient;
  practice: Practice;
};

/** Keeps that and how somebody signed. What they signed is written next, under the id that comes back. */
export async function keepSignature(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  kind: SignatureKind,
  signed: Signed,
  now: Date,
): Promise<string> {
  const { practiceId } = ctx;
  const id = uuid();
  await tx.insert(signatures).values({ practiceId, id, patientId: signed.patient.id, kind, signedAt: now });
  await keepEvidence(tx, ctx, id, signed);
  return id;
}

async function keepEvidence(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  signatureId: string,
  { patient, practice, ...signed }: Signed,
) {
  const { arrival, practiceId } = ctx;
  const { ip, userAgent, authentication } = arrival;
  const id = uuid();
  const salt = randomBytes(32).toString("hex");
  const { name, timeZone, phone } = practice;
  const evidence: Evidence = {
    ...signed,
    named: { legalName: patient.legalName, practice: { name, timeZone, phone } },
    authentication,
    authenticatedAt: arrival.authenticatedAt.toISOString(),
    ip,
    userAgent,
    salt,
  };
  const commitment = createHmac("sha256", Buffer.from(salt, "hex"))
    .update(JSON.stringify([ip, userAgent]))
    .digest("hex");
  const sealed = sealValue(env().masterKey, envelope(practiceId, id), Buffer.from(JSON.stringify(evidence)));
  await tx.insert(signatureEvidence).values({ practiceId, id, signatureId, sealed, commitment });
}
