import { and, eq, inArray, sql } from "drizzle-orm";
import { answers, patients, requests } from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { listDisclosures, shareDisclosure } from "@/lib/disclosures/queries";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";
import type { Ability } from "@/lib/roles";
import { listRequestFacts } from "./request-facts";

/**
 * Locks what decides about a request, in the order of the house: the disclosure is shared, the patient held.
 * A request the caller may not touch is not found.
 */
export async function lockRequest(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  requestId: string,
  ability?: Ability,
) {
  const [request] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.practiceId, ctx.practiceId), eq(requests.id, requestId)));
  if (!request) throw new NotFound();

  await shareDisclosure(tx, ctx, request.disclosureId);
  const patient = await lockReachablePatient(tx, ctx, request.patientId, ability);
  return { request, patient };
}

export async function lockAnswer(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  answerId: string,
  ability?: Ability,
) {
  const [answer] = await tx
    .select()
    .from(answers)
    .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.id, answerId)));
  if (!answer) throw new NotFound();
  const patient = await lockReachablePatient(tx, ctx, answer.patientId, ability);
  return { answer, patient };
}

export async function lockReachablePatient(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  patientId: string,
  ability: Ability = "see-patients",
) {
  const [patient] = await tx
    .select()
    .from(patients)
    .where(and(eq(patients.practiceId, ctx.practiceId), eq(patients.id, patientId), reachable(ctx, ability)))
    .for("no key update");
  if (!patient) throw new NotFound();
  return patient;
}

function reachable(ctx: PatientContext | StaffContext, ability: Ability) {
  if (ctx.kind === "staff") return visiblePatients(ctx, ability);
  return ctx.patientIds.length > 0 ? inArray(patients.id, ctx.patientIds) : sql`false`;
}

/** The facts of one request and the versions of its disclosure, as the rules want them. */
export async function requestFacts(tx: Tx, ctx: Context, patientId: string, requestId: string) {
  const facts = (await listRequestFacts(tx, ctx, [patientId])).find((request) => request.id === requestId);
  if (!facts) throw new NotFound();
  const disclosure = (await listDisclosures(tx, ctx)).find(({ id }) => id === facts.disclosureId);
  if (!disclosure) throw new NotFound();
  return { facts, disclosure };
}
