import { and, eq, inArray, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  acknowledgements,
  answers,
  conversations,
  documents,
  patients,
  requests,
  signatures,
  versions,
  withdrawals,
} from "@/db/schema";
import type { EventBody } from "@/lib/audit/event-body";
import type { EventName } from "@/lib/audit/events";
import type { Context } from "@/lib/context";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { isAnswerSigned } from "@/lib/documents/queries";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import { listPlatforms } from "@/lib/platforms/queries";
import { listStaff } from "@/lib/practices/queries";

export type ToldEvent = {
  seq: number;
  at: Date;
  name: EventName;
  route: Context["route"];
  actor: { kind: Context["kind"]; id: string; name: string | null };
  patient: { id: string; name: string } | null;
  /** What the event's sentence needs beside actor and patient. */
  slots: Record<string, string | number>;
};

/** Puts names and titles to the ids of these events, so that they can be told as sentences. */
export async function tellEvents(
  tx: Tx,
  ctx: Context,
  rows: readonly { seq: number; body: string }[],
  language: Language,
): Promise<ToldEvent[]> {
  const bodies = rows.map(({ body }) => asBody(body));
  const staff = new Map((await listStaff(tx, ctx)).map(({ id, name }) => [id, name]));
  const named = await patientNames(
    tx,
    ctx,
    bodies.flatMap((body) => textOf(body, "patient") ?? []),
  );
  const titles = await titlesFor(tx, ctx, bodies, language);
  const ownTitles = await titlesOfAcknowledgements(tx, ctx, bodies);
  const platformsNamed = await platformNames(tx, ctx, bodies, language);

  return bodies.map((body) => {
    const patientId = textOf(body, "patient");
    const patientName = patientId && named.get(patientId);
    const patient = patientId && patientName ? { id: patientId, name: patientName } : null;
    return {
      seq: body.seq,
      at: new Date(body.at),
      name: body.name,
      route: body.route,
      actor: { ...body.actor, name: actorName(body.actor, staff, patient) },
      patient,
      slots: {
        ...plainSlots(body),
        by: body.actor.kind,
        title: titles.get(body.seq) ?? ownTitles.get(textOf(body, "documentId") ?? "") ?? "…",
        staff: staff.get(textOf(body, "staffId") ?? "") ?? "…",
        platform: platformsNamed.get(textOf(body, "platformId") ?? "") ?? "…",
      },
    };
  });
}

function actorName(
  actor: EventBody["actor"],
  staff: Map<string, string>,
  patient: { name: string } | null,
): string | null {
  if (actor.kind === "staff") return staff.get(actor.id) ?? null;
  return actor.kind === "patient" ? (patient?.name ?? null) : null;
}

/** Safe because only `recordEvent` writes bodies, and it takes nothing but an EventBody. */
function asBody(text: string): EventBody {
  return JSON.parse(text) as EventBody;
}

function textOf(body: EventBody, field: string): string | undefined {
  const value = new Map<string, unknown>(Object.entries(body)).get(field);
  return typeof value === "string" ? value : undefined;
}

function plainSlots(body: EventBody): Record<string, string | number> {
  const kept = Object.entries(body).flatMap(([key, value]) =>
    typeof value === "string" || typeof value === "number" ? [[key, value] as const] : [],
  );
  return { ...Object.fromEntries(kept), ...("final" in body && { final: String(body.final) }) };
}

async function patientNames(tx: Tx, ctx: Context, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ id: patients.id, name: patients.legalName })
    .from(patients)
    .where(and(eq(patients.practiceId, ctx.practiceId), inArray(patients.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function platformNames(tx: Tx, ctx: Context, bodies: readonly EventBody[], language: Language) {
  if (!bodies.some((body) => textOf(body, "platformId"))) return new Map<string, string>();
  return new Map((await listPlatforms(tx, ctx)).map((one) => [one.id, platformName(one, language)]));
}

/** The title each event is about, by sequence number: the disclosure is found through whatever id it names. */
async function titlesFor(tx: Tx, ctx: Context, bodies: readonly EventBody[], language: Language) {
  const titles = await disclosureTitles(tx, ctx, language);
  const { practiceId } = ctx;
  const idsIn = (field: string) => [...new Set(bodies.flatMap((body) => textOf(body, field) ?? []))];
  const found = new Map<string, string>();
  const keep = (rows: { id: string; disclosureId: string }[]) => {
    for (const { id, disclosureId } of rows) found.set(id, disclosureId);
  };
  const aboutTexts = [
    { table: requests, ids: idsIn("requestId") },
    { table: answers, ids: idsIn("answerId") },
    { table: versions, ids: idsIn("versionId") },
  ].flatMap(({ table, ids }) =>
    ids.length > 0
      ? sql`select id, disclosure_id as "disclosureId" from ${table} where practice_id = ${practiceId} and id in ${ids}`
      : [],
  );
  if (aboutTexts.length > 0) {
    const all = sql.join(aboutTexts, sql` union all `);
    keep([...(await tx.execute<{ id: string; disclosureId: string }>(all))]);
  }
  const talks = await disclosuresOfConversations(tx, practiceId, idsIn("conversationId"));
  keep(talks.flatMap(({ id, disclosureId }) => (disclosureId ? [{ id, disclosureId }] : [])));
  const aboutPlatform = new Set(talks.flatMap(({ id, disclosureId }) => (disclosureId ? [] : id)));
  keep(await disclosuresSigned(tx, practiceId, documents.id, idsIn("documentId")));
  keep(await disclosuresSigned(tx, practiceId, signatures.id, idsIn("signatureId")));

  const fields = ["answerId", "signatureId", "requestId", "conversationId", "documentId", "versionId"];
  return new Map(
    bodies.flatMap((body) => {
      const named = fields.map((field) => found.get(textOf(body, field) ?? "")).find(Boolean);
      const isAboutPlatform = aboutPlatform.has(textOf(body, "conversationId") ?? "");
      const title = isAboutPlatform
        ? anotherWay[language]
        : titles.get(named ?? textOf(body, "disclosureId") ?? "");
      return title ? [[body.seq, title] as const] : [];
    }),
  );
}

async function titlesOfAcknowledgements(tx: Tx, { practiceId }: Context, bodies: readonly EventBody[]) {
  const ids = [...new Set(bodies.flatMap((body) => textOf(body, "documentId") ?? []))];
  if (ids.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ id: documents.id, title: acknowledgements.title })
    .from(documents)
    .innerJoin(acknowledgements, on(acknowledgements, documents.signatureId))
    .where(and(eq(documents.practiceId, practiceId), inArray(documents.id, ids)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What a conversation is about that is about no text. */
const anotherWay = { en: "Another way to meet", es: "Otra manera de vernos" };

async function disclosuresOfConversations(tx: Tx, practiceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: conversations.id, disclosureId: requests.disclosureId })
    .from(conversations)
    .leftJoin(requests, on(requests, conversations.requestId))
    .where(and(eq(conversations.practiceId, practiceId), inArray(conversations.id, ids)));
}

/** What was signed is about the text that was answered; `by` is the id of the signature, or of its document. */
async function disclosuresSigned(
  tx: Tx,
  practiceId: string,
  by: typeof signatures.id | typeof documents.id,
  ids: string[],
) {
  if (ids.length === 0) return [];
  return tx
    .select({ id: sql<string>`${by}`, disclosureId: answers.disclosureId })
    .from(signatures)
    .leftJoin(documents, on(signatures, documents.signatureId))
    .leftJoin(withdrawals, on(withdrawals, signatures.id))
    .innerJoin(answers, isAnswerSigned)
    .where(and(eq(signatures.practiceId, practiceId), inArray(by, ids)));
}
