import { createHash, randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportTrail } from "@/lib/audit/export-trail";
import { receiptJson } from "@/lib/documents/receipt";
import { makeSealedCopy } from "@/lib/documents/sealed-copy.fixture";
import { renderSignedDocument } from "@/lib/paper/signed-document";
import type { PracticeSeal } from "@/lib/practices/seal-keys";
import { fileIn, lacks, newFolder } from "@/lib/seal/foreign-tools.fixture";
import { sealPdf } from "@/lib/seal/seal-pdf";
import { startTimeService, type TimeService } from "@/lib/seal/time-service.fixture";
import { timestampFrom } from "@/lib/seal/timestamp";
import { ownDatabase } from "@/test/database";
import type { SignedRecord } from "../record";
import { restamped } from "../stamp-forgeries.fixture";
import { pemOf } from "../trust";
import { askOutsider } from "./ask-outsider.fixture";

await ownDatabase();
const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** A sealed answer of a fresh practice, with its trail exported beside it. */
async function makeCopy(name: string) {
  const { made, bytes, certificates, ...copy } = await makeSealedCopy();
  const trail = path.join(folder, `${name}-trail`);
  await exportTrail(made.system, trail, "<!doctype html>");
  return {
    ...copy,
    trail,
    file: fileIn(folder, `${name}.pdf`, bytes),
    certificates: fileIn(folder, `${name}.pem`, certificates),
  };
}

type Drawn = { pages?: SignedRecord; timestamp?: ReturnType<typeof timestampFrom>; record?: string };

/** What a holder of the practice's key could seal. */
async function sealed(name: string, key: PracticeSeal, record: SignedRecord, drawn: Drawn = {}) {
  const { bytes } = await sealPdf({
    pdf: await renderSignedDocument(drawn.pages ?? record),
    record: (word) => drawn.record ?? receiptJson(record, word),
    key: key.privateKey,
    certificate: key.certificate,
    chain: [key.authority],
    claimedAt: new Date(record.answer.answeredAt),
    signerName: record.practice.name,
    reason: "Sealed",
    ...(drawn.timestamp && { timestamp: drawn.timestamp }),
  });
  return fileIn(folder, name, bytes);
}

const absent = lacks("python3") || lacks("openssl");

describe.skipIf(absent)("who read the documentation alone", () => {
  let harbor: Awaited<ReturnType<typeof makeCopy>>;
  let lakeside: Awaited<ReturnType<typeof makeCopy>>;
  beforeAll(async () => {
    harbor = await makeCopy("harbor");
    lakeside = await makeCopy("lakeside");
  });

  const findingsOf = (files: string[], trail?: string, certificates = harbor.certificates) =>
    askOutsider(files, { certificates, ...(trail && { trail }) }).map(
      ({ finding, holds }) => finding ?? holds,
    );

  test("takes a genuine copy and finds it in its trail", () => {
    expect(findingsOf([harbor.file], harbor.trail)).toEqual([null, true]);
  });

  test("does not take another practice's seal for this one's, nor a copy into another trail", async () => {
    expect(findingsOf([lakeside.file])).toEqual([
      "sealed with a certificate that the practice did not publish",
    ]);
    expect(findingsOf([lakeside.file], harbor.trail, lakeside.certificates)).toEqual([
      null,
      "the copy is of another trail",
    ]);
    const { record, key } = harbor;
    const onlyAuthority = fileIn(folder, "authority.pem", pemOf(key.authority));
    const file = await sealed("false-name.pdf", key, { ...record, practice: lakeside.record.practice });
    expect(findingsOf([file], undefined, onlyAuthority)).toEqual([
      "sealed by another practice than its record names",
    ]);
  });

  test("finds a second file for one place, and one that the trail never told of", async () => {
    const { key, record, trail } = harbor;
    const second = await sealed("second.pdf", key, record);
    const other = await sealed("other.pdf", key, { ...record, documentId: lakeside.record.documentId });
    expect(findingsOf([second, other])).toEqual([true, true]);
    expect(findingsOf([second, other], trail)).toEqual([
      null,
      "the trail tells of another file under this number",
      "the trail tells nothing of this copy",
    ]);
  });

  test("finds pages that say another thing than record.json, and a text that is not its fingerprint's", async () => {
    const { key, record } = harbor;
    const turned = record.items.map(
      (item) => ({ ...item, answer: item.answer === "yes" ? "no" : "yes" }) as const,
    );
    const { disclosure } = record;
    const files = [
      await sealed("answers.pdf", key, record, { pages: { ...record, items: turned } }),
      await sealed("name.pdf", key, record, {
        pages: { ...record, patient: { ...record.patient, legalName: "Somebody Else" } },
      }),
      await sealed("text.pdf", key, { ...record, disclosure: { ...disclosure, body: "Something else." } }),
      await sealed("twice.pdf", key, record, {
        record: receiptJson(record, "not-asked").replace('"record": {', '"record": {}, "record": {'),
      }),
    ];
    const [answers, name, text, twice] = findingsOf(files);
    expect([answers, name]).toEqual([
      expect.stringMatching(/^the pages do not say “1\. /),
      expect.stringMatching(/^the pages do not say “/),
    ]);
    expect(text).toBe("the text is not the one of its fingerprint");
    expect(twice).toBe("record.json says something twice");
  });

  test("reads names that run to the left, and letters with marks", async () => {
    const { key, record } = harbor;
    const named = (name: string) => ({
      ...record,
      patient: { ...record.patient, legalName: name },
      signer: { ...record.signer, printedName: name },
    });
    const sarah = named("שָׂרָה כֹּהֵן (3) Adébáyọ̀");
    const files = [
      await sealed("hebrew.pdf", key, sarah),
      await sealed("other-hebrew.pdf", key, sarah, { pages: named("שָׂרָה לֵוִי (3) Adébáyọ̀") }),
    ];
    expect(findingsOf(files)).toEqual([true, "the pages do not say “כהן”, as record.json does"]);
  });

  describe("of a time stamp", () => {
    let service: TimeService;
    beforeAll(async () => {
      service = await startTimeService();
    });
    afterAll(() => service.stop());

    test("trusts the one the practice signed, and refuses it removed, exchanged or unsigned", async () => {
      const { key, record } = harbor;
      const timestamp = timestampFrom(service.url);
      const stamped = await sealed("stamped.pdf", key, record, { timestamp });
      const pems = [key.certificate, key.authority].map(pemOf).join("") + service.authorityPem;
      const certificates = fileIn(folder, "with-time.pem", pems);
      expect(askOutsider([stamped], { certificates })).toMatchObject([{ holds: true, time: "trusted" }]);
      expect(askOutsider([stamped], { certificates: harbor.certificates })).toMatchObject([
        { holds: true, time: "claimed" },
      ]);

      const anew = (signature: Uint8Array) => timestamp(createHash("sha256").update(signature).digest());
      const silent = await sealed("silent.pdf", key, record, {
        timestamp,
        record: JSON.stringify({ record }),
      });
      const changed = async (file: string, change: Parameters<typeof restamped>[1]) => {
        const text = await restamped(readFileSync(file, "latin1"), change);
        return fileIn(folder, `${randomUUID()}.pdf`, Buffer.from(text, "latin1"));
      };
      const files = [
        await changed(stamped, async () => null),
        await changed(stamped, async ({ token }) => ({ token, kept: null })),
        await changed(stamped, async ({ kept }, { signature }) => ({ token: await anew(signature), kept })),
        await changed(harbor.file, async (_, { signature }) => ({
          token: await anew(signature),
          kept: null,
        })),
        silent,
        await changed(silent, async () => null),
      ];
      const older =
        "sealed before the record told of a stamp: nobody can say that it is the one it was given";
      expect(findingsOf(files, undefined, certificates)).toEqual([
        "the stamp is missing, or was added",
        "the practice did not sign this stamp",
        "the stamp is not the one that was kept",
        "the stamp is missing, or was added",
        older,
        older,
      ]);
    });
  });
});
