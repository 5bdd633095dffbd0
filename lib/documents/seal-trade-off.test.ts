import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages } from "@/db/schema";
import { readPractice } from "@/lib/in-practice";
import { checkedFact } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { practiceCertificates } from "@/lib/practices/published-by-practice";
import { documentsPage } from "@/lib/screens/desk/documents";
import { listTrail } from "@/lib/screens/desk/trail";
import { ownDocumentsPage } from "@/lib/screens/my/documents";
import { fileIn, lacks, newFolder, othersSay } from "@/lib/seal/foreign-tools.fixture";
import { acknowledgeTradeOff } from "@/lib/trade-offs/acknowledge-trade-off";
import { noteExplained } from "@/lib/trade-offs/note-explained";
import {
  type Agreed,
  explanationOf,
  makeAgreed,
  shownTo,
  signatureOf,
} from "@/lib/trade-offs/trade-offs.fixture";
import { goBack } from "@/lib/wishes/go-back";
import { ownDatabase } from "@/test/database";
import { factsOf } from "@/verifier/record-facts";
import { pemOf, trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import { documentStanding } from "./document-standing";
import { listFailingSeals } from "./failing-seals";
import { openDocument } from "./open-document";
import { listDocuments } from "./queries";
import { retrySealing } from "./retry-sealing";
import { sealOwedDocuments } from "./seal-owed-documents";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

const untilDone = new AbortController().signal;

async function copyOf({ made, ctx }: Agreed) {
  await sealOwedDocuments(untilDone);
  const [listed] = await readPractice(ctx, (tx) => listDocuments(tx, ctx));
  const { bytes } = await openDocument(ctx, listed?.id ?? "");
  const trust = trustIn((await practiceCertificates(made.practice.slug)) ?? "");
  return { listed, bytes, trust, verdict: await verifyDocument(bytes, trust) };
}

const standingOf = ({ made }: Agreed, sha256: string) =>
  documentStanding({ sha256, practice: made.practice.slug });

describe("what was signed of another way to meet", () => {
  let agreed: Agreed;
  let copy: Awaited<ReturnType<typeof copyOf>>;
  let text: Awaited<ReturnType<typeof shownTo>>;
  beforeAll(async () => {
    agreed = await makeAgreed();
    text = await shownTo(agreed, "signed");
    await acknowledgeTradeOff(agreed.ctx, await signatureOf(agreed));
    // What is known changes before the worker comes, and nothing of it reaches the document.
    await noteFact(agreed.made.owner, checkedFact(agreed.there, { value: "yes" }));
    copy = await copyOf(agreed);
  });

  test("is a sealed document that verifies and says what was shown, whatever is known by now", () => {
    expect(copy.verdict).toMatchObject({ integrity: { state: "intact" }, identity: { state: "known" } });
    expect(copy.verdict.record).toMatchObject({
      meaning: "acknowledges-trade-off",
      disclosure: {
        kind: "platform-trade-off",
        title: text.title,
        body: text.body,
        textSha256: text.textSha256,
      },
      items: [{ label: text.statement, answer: "yes" }],
      answer: { requestId: agreed.wishId },
      signer: { printedName: agreed.patient.legalName, capacity: "self" },
    });
    expect(copy.verdict.record?.disclosure).not.toHaveProperty("versionId");
  });

  test("is accepted by three programs of others", (t) => {
    const absent = lacks("pdfsig") || lacks("qpdf") || lacks("openssl");
    if (absent) return t.skip(absent);
    const folder = newFolder();
    const ca = fileIn(folder, "authority.pem", copy.trust.authorities.map(pemOf).join(""));
    const said = othersSay(folder, copy.bytes, ca);
    expect(said).toEqual({ valid: true, total: true, qpdf: 0, openssl: 0 });
  });

  test("is told by the verifier in both languages, without a version and without a yes", () => {
    const { record } = copy.verdict;
    const said = (language: "en" | "es") =>
      record ? factsOf(record, language).map(({ label, value }) => `${label}: ${value}`) : [];
    expect(said("en").join("\n")).toMatch(/confirms having read what is different[\s\S]*Confirmed/);
    expect(said("es").join("\n")).toMatch(/confirma haber leído qué cambia/);
    expect(said("en").join("\n")).not.toMatch(/Version|: Yes/);
  });

  test("is listed for the patient and at the desk under its own title", async () => {
    const own = await ownDocumentsPage(agreed.ctx, "en");
    expect(own.documents).toMatchObject([
      { title: text.title, says: { word: "signed" }, id: copy.listed?.id },
    ]);
    const desk = await documentsPage(agreed.made.owner, { search: "otherline", page: 1 }, "en");
    expect(desk.rows).toMatchObject([{ title: text.title, acknowledgement: { kind: "signed" } }]);
  });

  test("is told in the trail with its title", async () => {
    const { owner } = agreed.made;
    const asked = { timeZone: "UTC", most: 50 };
    const { entries } = await readPractice(owner, (tx) => listTrail(tx, owner, asked, "en"));
    const sealed = entries.find(({ name }) => name === "document.sealed");
    expect(sealed?.slots.title).toBe(text.title);
  });

  test("is word of a copy for the patient", async () => {
    const owed = await readPractice(agreed.made.owner, (tx) => tx.select().from(messages));
    expect(owed.filter(({ kind }) => kind === "copy-ready")).toMatchObject([
      { patientId: agreed.patient.id },
    ]);
  });

  test("counts while they meet there, and says so honestly once they went back", async () => {
    expect(await standingOf(agreed, copy.verdict.sha256)).toBe("known-there");
    await goBack(agreed.ctx, { wishId: agreed.wishId, seen: "in-trial" });
    expect(await standingOf(agreed, copy.verdict.sha256)).toBe("met-there-before");
  });
});

test("what was explained names who explained it and when, and no signature of the patient", async () => {
  const agreed = await makeAgreed();
  await noteExplained(agreed.made.therapist, await explanationOf(agreed));
  const { verdict } = await copyOf(agreed);
  expect(verdict).toMatchObject({
    integrity: { state: "intact" },
    record: {
      meaning: "explains-trade-off",
      explainedOn: agreed.day,
      signer: { printedName: null, capacity: null },
      notedBy: { name: "Test therapist" },
      evidence: { mark: "explained", markSha256: null },
    },
  });
  const said = verdict.record ? JSON.stringify(factsOf(verdict.record, "en")) : "";
  expect(said).toContain("Explained and noted by");
  expect(said).toContain("nothing was signed");
  expect(said).not.toContain(agreed.patient.legalName.concat(" ("));
});

test("a text altered before it was sealed gets no document, is told of and can be tried again", async () => {
  const agreed = await makeAgreed();
  const { owner } = agreed.made;
  const { acknowledgementId } = await acknowledgeTradeOff(agreed.ctx, await signatureOf(agreed));
  const own = `where id = '${acknowledgementId}'`;
  await asSuperuser(`update acknowledgements set body = body || ' More.' ${own}`);
  expect(await sealOwedDocuments(untilDone)).toBe(0);
  const failing = await readPractice(owner, (tx) => listFailingSeals(tx, owner));
  expect(failing).toMatchObject([{ patientId: agreed.patient.id, cause: expect.stringMatching(/not what/) }]);

  await asSuperuser(`update acknowledgements set body = left(body, length(body) - length(' More.')) ${own}`);
  await retrySealing(owner, failing[0]?.id ?? "");
  expect(await sealOwedDocuments(untilDone)).toBe(1);
  expect(await readPractice(owner, (tx) => listFailingSeals(tx, owner))).toEqual([]);
});
