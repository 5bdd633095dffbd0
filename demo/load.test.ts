import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { on } from "@/db/on";
import { documentFiles, documents, patients, practiceSlugs } from "@/db/schema";
import { exportTrail } from "@/lib/audit/export-trail";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { type SystemContext, systemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { lookAcross, readPractice } from "@/lib/in-practice";
import { practiceCertificates } from "@/lib/practices/published-by-practice";
import { fileIn, lacks, newFolder, othersSay } from "@/lib/seal/foreign-tools.fixture";
import { openValue } from "@/lib/sealed-value";
import { ownDatabase } from "@/test/database";
import { askOutsider } from "@/verifier/outsider/ask-outsider.fixture";
import { pemOf, trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import { loadDemo } from "./load";
import { askedByPages, type Page } from "./pages.fixture";

await ownDatabase();
afterAll(closeDatabase);

const practices: Record<string, SystemContext> = {};
const practiceOf = (slug: string) => practices[slug] ?? systemContext("", "demo");
beforeAll(async () => {
  await loadDemo();
  await loadDemo();
  const slugs = await lookAcross((tx) => tx.select().from(practiceSlugs));
  expect(slugs.map(({ slug }) => slug).sort()).toEqual(["harbor", "lakeside"]);
  for (const { slug, practiceId } of slugs) practices[slug] = systemContext(practiceId, "demo");
}, 600_000);

test("the demo shows every state a consent can have", async () => {
  const harbor = practiceOf("harbor");
  const states = await readPractice(harbor, async (tx, now) => {
    const everybody = (await tx.select({ id: patients.id }).from(patients)).map(({ id }) => id);
    const standing = await listPatientConsents(tx, harbor, everybody, "en", now);
    return standing.map(({ state }) => state);
  });
  const words = "given not-asked refused requested resting superseded talk-first withdrawn".split(" ");
  expect([...new Set(states.map(({ word }) => word))].sort()).toEqual(words);
  expect(states.some(({ word, due }) => word === "given" && due)).toBe(true);
});

test("no page asks the database more than it has to, nor in more transactions", {
  timeout: 120_000,
}, async () => {
  const asked = await askedByPages(practiceOf("harbor"));
  const over = (page: Page, most: { statements: number; transactions: number }) =>
    asked[page]
      .map((sent) => ({
        statements: sent.length,
        transactions: sent.filter((one) => /^begin/.test(one)).length,
      }))
      .filter((one) => one.statements > most.statements || one.transactions > most.transactions);
  expect(asked.question.length).toBeGreaterThan(50);
  expect(over("question", { statements: 28, transactions: 3 })).toEqual([]);
  expect(over("home", { statements: 31, transactions: 4 })).toEqual([]);
  expect(over("today", { statements: 57, transactions: 4 })).toEqual([]);
  expect(over("patient at the desk", { statements: 70, transactions: 5 })).toEqual([]);
});

describe.each([
  { slug: "harbor", atLeast: 100 },
  { slug: "lakeside", atLeast: 5 },
])("the demo practice $slug", ({ slug, atLeast }) => {
  test("has a trail that verifies, down to every answer and every sealed file", async () => {
    const ctx = practiceOf(slug);
    const trail = await verifyStoredTrail(ctx);
    expect(trail).toMatchObject({ ok: true });
    const { size } = trail.ok ? trail : { size: 0 };
    const facts = await verifyFacts(ctx, { size, withFiles: true });
    expect(facts).toMatchObject({ ok: true, texts: expect.any(Number), erasedDetails: 0 });
    expect(facts.ok && facts.answers).toBeGreaterThan(atLeast);
  });

  test("has only documents that our verifier and three programs of others accept", {
    timeout: 600_000,
  }, async (t) => {
    const absent = lacks("pdfsig") || lacks("qpdf") || lacks("openssl");
    if (absent) return t.skip(absent);
    const files = await listFiles(practiceOf(slug));
    expect(files.length).toBeGreaterThan(atLeast);

    const trust = trustIn((await practiceCertificates(slug)) ?? "");
    const folder = newFolder();
    const ca = fileIn(folder, "authority.pem", trust.authorities.map(pemOf).join(""));
    for (const bytes of files) {
      const verdict = await verifyDocument(bytes, trust);
      expect(verdict).toMatchObject({ integrity: { state: "intact" }, identity: { state: "known" } });
      expect(othersSay(folder, bytes, ca)).toEqual({ valid: true, total: true, qpdf: 0, openssl: 0 });
    }
  });

  test("has a trail and documents that a verifier written from the documentation alone accepts", {
    timeout: 600_000,
  }, async (t) => {
    const absent = lacks("python3") || lacks("openssl");
    if (absent) return t.skip(absent);
    const folder = newFolder();
    const trail = path.join(folder, "trail");
    await exportTrail(practiceOf(slug), trail, "<!doctype html>");
    const certificates = fileIn(folder, "certificates.pem", (await practiceCertificates(slug)) ?? "");
    const copies = (await listFiles(practiceOf(slug))).map((bytes, index) =>
      fileIn(folder, `${index}.pdf`, bytes),
    );
    const answers = askOutsider(copies, { certificates, trail });
    expect(answers.filter(({ holds }) => holds !== true)).toEqual([
      expect.objectContaining({ file: trail, holds: null }),
    ]);
    expect(answers).toHaveLength(copies.length + 1);
  });
});

function listFiles(ctx: SystemContext) {
  const { practiceId } = ctx;
  return readPractice(ctx, async (tx) => {
    const rows = await tx
      .select({ id: documentFiles.id, sealed: documentFiles.sealed })
      .from(documents)
      .innerJoin(documentFiles, on(documents, documentFiles.documentId))
      .where(eq(documents.practiceId, practiceId));
    return rows.map(({ id, sealed }) => {
      const place = { practiceId, table: "document_files", column: "sealed", rowId: id };
      return openValue(env().masterKey, place, sealed);
    });
  });
}
