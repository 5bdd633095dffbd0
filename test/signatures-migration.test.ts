import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { type PatientContext, systemContext } from "@/lib/context";
import { openDocument } from "@/lib/documents/open-document";
import { findDocumentOf } from "@/lib/documents/queries";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { readPractice } from "@/lib/in-practice";
import { practiceCertificates } from "@/lib/practices/published-by-practice";
import { migrate } from "@/server/embedded/migrate";
import { ownDatabase } from "@/test/database";
import { trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";

/**
 * Every row of a database that the build before had filled: an answer, what was taken back of it and what was
 * known of another way to meet, each sealed, two of them after failures; and one of each kind still owed.
 */
const before = "test/migrations/before-signatures.json.gz";
const lastBefore = "0017_say_language_of_agreements";
const masterKey = process.env.CANDOR_MASTER_KEY;
process.env.CANDOR_MASTER_KEY = createHash("sha256")
  .update("the master key of before-signatures")
  .digest("base64");

type Row = Record<string, string>;
const stored: Record<string, Row[]> = JSON.parse(gunzipSync(readFileSync(before)).toString());
const rowsOf = (table: string) => stored[`public.${table}`] ?? [];
const { ownerUrl, superuserUrl } = await ownDatabase("template0");
const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });

beforeAll(async () => {
  const folder = migrationsUntil(lastBefore);
  await migrate(ownerUrl, folder);
  rmSync(folder, { recursive: true });
  await superuser`set session_replication_role = replica`;
  for (const [table, rows] of Object.entries(stored))
    await superuser.unsafe(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
      [JSON.stringify(rows)],
    );
  // By the owner, whom row security binds too.
  await migrate(ownerUrl);
});
afterAll(async () => {
  await superuser.end();
  await closeDatabase();
  if (masterKey) process.env.CANDOR_MASTER_KEY = masterKey;
});

function migrationsUntil(tag: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "candor-migrations-"));
  cpSync("drizzle", folder, { recursive: true });
  const file = path.join(folder, "meta", "_journal.json");
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(file, "utf8"));
  const entries = journal.entries.slice(0, journal.entries.findIndex((entry) => entry.tag === tag) + 1);
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return folder;
}

const kinds = [
  { kind: "answer", table: "answers", at: "answered_at" },
  { kind: "withdrawal", table: "withdrawals", at: "withdrawn_at" },
  { kind: "acknowledgement", table: "platform_acknowledgements", at: "acknowledged_at" },
];

test.each(kinds)("each $kind is a signature under the id it had", async ({ kind, table, at }) => {
  const signatures = await superuser`
    select id, practice_id, patient_id, to_json(signed_at) #>> '{}' as signed_at
      from signatures where kind = ${kind} order by id`;
  const expected = rowsOf(table).map(({ id, practice_id, patient_id, [at]: signed_at }) => {
    return { id, practice_id, patient_id, signed_at };
  });
  expect(expected).toHaveLength(2);
  expect([...signatures]).toEqual(expected.toSorted((one, other) => (`${one.id}` < `${other.id}` ? -1 : 1)));
});

test.each(["signature_evidence", "documents", "seal_failures"])(
  "each row of %s is about the same as before",
  async (table) => {
    const rows = await superuser`select id, signature_id from ${superuser(table)}`;
    const about = rowsOf(table).map((row): [string | undefined, string | undefined] => {
      return [row.id, row.answer_id ?? row.withdrawal_id ?? row.acknowledgement_id];
    });
    expect(about.length).toBeGreaterThan(2);
    expect(new Map(rows.map(({ id, signature_id }) => [id, signature_id]))).toEqual(new Map(about));
  },
);

async function expectTrailHolds(practiceId: string, files: number) {
  const system = systemContext(practiceId, "worker");
  const trail = await verifyStoredTrail(system);
  expect(trail).toMatchObject({ ok: true });
  const facts = await verifyFacts(system, { size: trail.ok ? trail.size : 0, withFiles: true });
  expect(facts).toMatchObject({ ok: true, files });
}

const filesIn = (practiceId: string) =>
  rowsOf("documents").filter(({ practice_id }) => practice_id === practiceId).length;

test("every trail holds, and what is stored beside it is what it tells of", async () => {
  for (const { id = "" } of rowsOf("practices")) await expectTrailHolds(id, filesIn(id));
});

test("every document is found by its signature, verifies, and is the one of that signature", async () => {
  const signatures = await superuser`
    select s.id, s.practice_id, s.patient_id, p.slug from signatures s join practices p using (practice_id)`;
  const found = [];
  for (const { id, practice_id: practiceId, patient_id: patientId, slug } of signatures) {
    const ctx = patientOf(practiceId, patientId);
    const document = await readPractice(ctx, (tx) => findDocumentOf(tx, ctx, id));
    if (!document) continue;
    const { bytes } = await openDocument(ctx, document.id);
    const verdict = await verifyDocument(bytes, trustIn((await practiceCertificates(slug)) ?? ""));
    expect(verdict).toMatchObject({ integrity: { state: "intact" }, identity: { state: "known" } });
    expect(verdict.record?.withdrawal?.id ?? verdict.record?.answer.id).toBe(id);
    found.push(document.id);
  }
  expect(found.toSorted()).toEqual(
    rowsOf("documents")
      .map(({ id }) => id)
      .toSorted(),
  );
});

test("what was owed is sealed, from the evidence that was kept before", async () => {
  const { count } = await superuser`update seal_failures set next_try_at = failed_at`;
  expect(count).toBe(rowsOf("seal_failures").length);
  expect(await sealOwedDocuments(new AbortController().signal)).toBe(3);
  expect(await superuser`select from work.unsealed(10)`).toHaveLength(0);
  for (const { id = "" } of rowsOf("practices"))
    await expectTrailHolds(id, (await superuser`select from documents where practice_id = ${id}`).length);
});

function patientOf(practiceId: string, patientId: string): PatientContext {
  const arrival = {
    ip: null,
    userAgent: null,
    authentication: "email-link",
    authenticatedAt: new Date(),
  } as const;
  return {
    kind: "patient",
    practiceId,
    userId: patientId,
    patientIds: [patientId],
    route: "portal",
    arrival,
  };
}
