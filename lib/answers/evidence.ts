import { createHmac, randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { type Patient, type Practice, signatureEvidence } from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import type { Mark } from "@/lib/paper/mark";
import { openUnaltered, openValue, sealValue } from "@/lib/sealed-value";
import type { Capacity } from "@/verifier/record";

/** How somebody signed or took back. Encrypted at rest; of address and browser only the commitment is ever printed. */
export type Evidence = {
  /** Null when a button was pressed by another person than the one who had given a name. */
  printedName: string | null;
  intent: string;
  mark: Mark | null;
  /** What patient and practice were called then; absent in what was signed before it was kept. */
  named?: Named;
  /** The opened sample that shows they can read it on a screen, where the law wants writing. */
  accessTestId?: string;
  authentication: PatientContext["arrival"]["authentication"];
  authenticatedAt: string;
  ip: string | null;
  userAgent: string | null;
  salt: string;
  /** Only where it was said aloud and noted. */
  notedBy?: NotedBy;
  /** As whom it was signed, where no answer says so. */
  capacity?: Capacity;
};

/** Who of the practice was told it aloud, as they were called then. */
export type NotedBy = { staffId: string; name: string };

type Named = { legalName: string; practice: Pick<Practice, "name" | "timeZone" | "phone"> };

export type EvidenceSubject = { answerId: string } | { withdrawalId: string } | { acknowledgementId: string };

export type Signed = Pick<
  Evidence,
  "printedName" | "intent" | "mark" | "notedBy" | "accessTestId" | "capacity"
> & {
  patient: Patient;
  practice: Practice;
};

export async function keepEvidence(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  subject: EvidenceSubject,
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
  await tx.insert(signatureEvidence).values({ practiceId, id, ...subject, sealed, commitment });
}

/** Null when it was erased; throws when it was altered. */
export async function findEvidence(tx: Tx, ctx: Context, subject: EvidenceSubject) {
  const row = await findRow(tx, ctx, subject);
  if (!row) return null;
  const plain = openValue(env().masterKey, envelope(ctx.practiceId, row.id), row.sealed);
  return { ...asEvidence(plain), commitment: row.commitment };
}

/** To be shown: what was altered says so. */
export async function readEvidence(tx: Tx, ctx: Context, subject: EvidenceSubject) {
  const row = await findRow(tx, ctx, subject);
  if (!row) return null;
  const plain = openUnaltered(env().masterKey, envelope(ctx.practiceId, row.id), row.sealed);
  return plain ? asEvidence(plain) : "altered";
}

async function findRow(tx: Tx, ctx: Context, subject: EvidenceSubject) {
  const [row] = await tx
    .select()
    .from(signatureEvidence)
    .where(and(eq(signatureEvidence.practiceId, ctx.practiceId), isOf(subject)));
  return row;
}

function isOf(subject: EvidenceSubject) {
  if ("answerId" in subject) return eq(signatureEvidence.answerId, subject.answerId);
  if ("withdrawalId" in subject) return eq(signatureEvidence.withdrawalId, subject.withdrawalId);
  return eq(signatureEvidence.acknowledgementId, subject.acknowledgementId);
}

function envelope(practiceId: string, rowId: string) {
  return { practiceId, table: "signature_evidence", column: "sealed", rowId };
}

/** Safe because only `keepEvidence` writes these bytes, and the envelope proves that nobody changed them. */
function asEvidence(plain: Buffer): Evidence {
  return JSON.parse(plain.toString("utf8")) as Evidence;
}
