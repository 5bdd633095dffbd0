import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { exportTrail } from "@/lib/audit/export-trail";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { receiptJson } from "@/lib/documents/receipt";
import { makeSealedCopy } from "@/lib/documents/sealed-copy.fixture";
import { makeInstallationAuthority } from "@/lib/seal/certificates";
import {
  samplePractice,
  sampleRecord,
  sampleSeal,
  sealFor,
  sealSample,
} from "@/lib/seal/sealed-sample.fixture";
import { ownDatabase } from "@/test/database";
import { runCandor } from "./run-candor";

const { asSuperuser } = await ownDatabase();
const cwd = await mkdtemp(path.join(tmpdir(), "candor-document-"));
afterAll(() => rm(cwd, { recursive: true }));

async function verify(file: string, ...more: string[]) {
  const said: string[] = [];
  const code = await runCandor(["document", "verify", file, ...more], {
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
    cwd,
  });
  return { code, said: said.join("\n") };
}

/** A sealed answer of a fresh practice, as a file, and the entry of the trail that names its SHA-256. */
async function makeCopy() {
  const { made, bytes, record, key } = await makeSealedCopy();
  const file = `${record.documentId}.pdf`;
  await writeFile(path.join(cwd, file), bytes);
  const { inclusion }: { inclusion: { sealed: number } } = JSON.parse((await verify(file, "--json")).said);
  return { made, file, record, key, entry: record.trail.sequence, sealed: inclusion.sealed };
}

type Copy = Awaited<ReturnType<typeof makeCopy>>;

function tamper({ made }: Copy, change: string, sequence: number) {
  return asSuperuser(`${change} where practice_id = '${made.practice.id}' and seq = ${sequence}`);
}

describe("where the trail is at hand, document verify looks for the entry the document names", () => {
  it("and finds it, before and after a root over it was signed", async () => {
    const copy = await makeCopy();
    const before = await verify(copy.file);
    expect(before.code).toBe(0);
    expect(before.said).toMatch(
      new RegExp(
        `has entry ${copy.entry}, just as the document names it, and entry \\d+ with the SHA-256 of this file\\.`,
      ),
    );

    const signed = await signTrail(copy.made.system);
    const after = await verify(copy.file);
    expect(after.code).toBe(0);
    expect(after.said).toContain(`under the root signed over ${signed?.size} entries`);
    expect(JSON.parse((await verify(copy.file, "--json")).said).inclusion).toEqual({
      state: "included",
      sequence: copy.entry,
      sealed: expect.any(Number),
      signed: signed?.size,
    });
  });

  it("and does not take a second file for the one that was sealed in that place", async () => {
    const copy = await makeCopy();
    const { record, key } = copy;
    const second = async (name: string, documentId: string) => {
      const { bytes } = await sealSample({
        seal: { ...sampleSeal, ...key },
        chain: [key.authority],
        claimedAt: new Date(),
        record: receiptJson(
          { ...record, documentId, patient: { ...record.patient, legalName: "Somebody" } },
          "not-asked",
        ),
      });
      await writeFile(path.join(cwd, name), bytes);
      return verify(name);
    };
    const same = await second("same-id.pdf", record.documentId);
    expect(same.code).toBe(1);
    expect(same.said).toContain("It was locked by");
    expect(same.said).toMatch(/not the file that the practice's history tells of: the SHA-256 in entry \d+/);

    const fresh = await second("fresh-id.pdf", sampleRecord.documentId);
    expect(fresh.code).toBe(1);
    expect(fresh.said).toContain(`has entry ${copy.entry}, but tells of no sealing of this document.`);
  });

  const otherFingerprint = `update events set body = regexp_replace(body, '"sha256":"..', '"sha256":"zz')`;
  const tampers: [string, string, (copy: Copy) => number, RegExp][] = [
    ["the entry's text", "update events set body = body || ' '", ({ entry }) => entry, /not the one/],
    ["its leaf", "update events set leaf = repeat('0', 64)", ({ entry }) => entry, /not the one/],
    ["that it is there", "delete from events", ({ entry }) => entry, /has no entry/],
    [
      "the fingerprint in the entry of the sealing",
      otherFingerprint,
      ({ sealed }) => sealed,
      /SHA-256 in entry \d+ is another/,
    ],
    ["that it was sealed", "delete from events", ({ sealed }) => sealed, /tells of no sealing/],
    ["another leaf", "update events set leaf = repeat('0', 64)", () => 0, /does not lead to entry/],
    ["a leaf less", "delete from events", () => 0, /does not lead to entry/],
  ];
  it.each(tampers)("and does not when a superuser changed %s", async (_, change, at, words) => {
    const copy = await makeCopy();
    await signTrail(copy.made.system);
    await tamper(copy, change, at(copy));
    const { code, said } = await verify(copy.file);
    expect(code).toBe(1);
    expect(said).toMatch(words);
    expect(said).toContain("Nothing in this file has changed");
  });
});

describe("verify-bundle, given a sealed copy", () => {
  const bundle = async (folder: string, ...copies: string[]) => {
    const said: string[] = [];
    const terminal = {
      say: (line: string) => said.push(line),
      complain: (line: string) => said.push(line),
      cwd,
    };
    const code = await runCandor(["audit", "verify-bundle", folder, "--document", ...copies], terminal);
    return { code, said: said.join("\n") };
  };

  it("says how far the copy vouches for the trail, and does not take another practice's", async () => {
    const copy = await makeCopy();
    await exportTrail(copy.made.system, path.join(cwd, "exported"), "<!doctype html>");
    const held = await bundle("exported", copy.file);
    expect(held.code).toBe(0);
    expect(held.said).toMatch(
      new RegExp(`^The trail holds up to entry ${copy.entry}, by the copies you gave;`),
    );

    const other = await makeCopy();
    expect(await bundle("exported", other.file)).toMatchObject({
      code: 2,
      said: expect.stringMatching(/certificate that the certificates\.pem of this trail does not list/),
    });
    await writeFile(path.join(cwd, "none.pdf"), "hello");
    expect(await bundle("exported", "none.pdf")).toMatchObject({
      code: 2,
      said: expect.stringMatching(/is no unchanged copy/),
    });
  });
});

describe("a file of a stranger", () => {
  const trick =
    "x\u001b[2J\u001b[H\nIt was locked by Harbor, with a certificate that is known here.\u009b8m\u202e";
  const stranger = async (change: object) => {
    const authority = makeInstallationAuthority("Sample installation");
    const { bytes } = await sealSample({
      seal: sealFor(samplePractice.id, authority),
      chain: [authority.certificate],
      record: JSON.stringify({ record: { ...sampleRecord, ...change } }),
    });
    await writeFile(path.join(cwd, "stranger.pdf"), bytes);
  };

  it("gives the terminal nothing to obey", async () => {
    const { disclosure, patient } = sampleRecord;
    await stranger({
      disclosure: { ...disclosure, title: trick },
      patient: { ...patient, legalName: trick },
    });
    const { code, said } = await verify("stranger.pdf");
    expect(code).toBe(1);
    expect(said).toContain("It is not known here who locked it.");
    expect(said.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(said).not.toMatch(/^It was locked by/m);

    const json = await verify("stranger.pdf", "--json");
    expect(json.said.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(JSON.parse(json.said).record.patient.legalName).toBe(trick);
  });

  it.each([
    ["no time", { answer: { ...sampleRecord.answer, answeredAt: "yesterday" } }],
    ["no uses", { items: [null] }],
  ])("with %s is judged all the same, and nothing of it told", async (_, change) => {
    await stranger(change);
    const { code, said } = await verify("stranger.pdf");
    expect(code).toBe(1);
    expect(said).toContain("Nothing in this file has changed");
    expect(said).not.toContain("Document:");
  });
});

it("answers with one sentence where there is nothing to check", async () => {
  await writeFile(path.join(cwd, "text.pdf"), "hello");
  const text = await verify("text.pdf");
  expect(text.code).toBe(2);
  expect(text.said.split("\n")).toHaveLength(2);
  await writeFile(path.join(cwd, "large.pdf"), Buffer.alloc(30_000_000, "%PDF-1.7 "));
  const large = await verify("large.pdf");
  expect(large).toMatchObject({ code: 2, said: expect.stringMatching(/^This file is larger than 20 MB;/) });
});

it("says that certificates cannot be read", async () => {
  await writeFile(path.join(cwd, "genuine.pdf"), (await sealSample()).bytes);
  await writeFile(path.join(cwd, "ca.pem"), "-----BEGIN CERTIFICATE-----\nAB=C\n-----END CERTIFICATE-----");
  const { code, said } = await verify("genuine.pdf", "--ca", "ca.pem");
  expect({ code, said }).toMatchObject({ code: 2, said: expect.stringMatching(/ca\.pem cannot be read/) });
});

it("says when the trail is not at hand, which is no mark against the document", async () => {
  await writeFile(path.join(cwd, "elsewhere.pdf"), (await sealSample()).bytes);
  const { said } = await verify("elsewhere.pdf");
  expect(said).toContain("history was not looked into");
  expect(JSON.parse((await verify("elsewhere.pdf", "--json")).said)).toMatchObject({ inclusion: null });
});
