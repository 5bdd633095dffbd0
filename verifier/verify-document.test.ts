import { beforeAll, describe, expect, test } from "vitest";
import { receiptJson } from "@/lib/documents/receipt";
import { makeInstallationAuthority } from "@/lib/seal/certificates";
import {
  drawSample,
  sampleAuthority,
  samplePractice,
  sampleRecord,
  sampleSeal,
  sealFor,
  sealSample,
} from "@/lib/seal/sealed-sample.fixture";
import { isAccepted, randomFrom, sampleTrust, verifyText } from "./forgeries.fixture";
import { verifyDocument } from "./verify-document";

const { name, slug } = samplePractice;

let genuine = "";
beforeAll(async () => {
  genuine = (await sealSample()).bytes.toString("latin1");
});

describe("11 a seal by somebody else", () => {
  test("a foreign key with the same names is intact and unknown", async () => {
    const authority = makeInstallationAuthority("Sample installation");
    const seal = sealFor(samplePractice.id, authority);
    const { bytes } = await sealSample({ seal, chain: [authority.certificate] });
    const verdict = await verifyDocument(bytes, sampleTrust);
    expect(verdict.integrity.state).toBe("intact");
    expect(verdict.identity).toMatchObject({ state: "unknown", reason: "foreign-authority" });
  });

  test("a practice's seal cannot vouch for another seal", async () => {
    const seal = sealFor(samplePractice.id, sampleSeal);
    const chain = [sampleSeal.certificate, sampleAuthority.certificate];
    await expect(sealSample({ seal, chain })).rejects.toThrow("broken-seal");
  });

  test("a certificate the practice never published is unknown", async () => {
    const { bytes } = await sealSample({ seal: sealFor(samplePractice.id) });
    const { identity } = await verifyDocument(bytes, sampleTrust);
    expect(identity).toMatchObject({ state: "unknown", reason: "not-published" });
  });

  test("without published certificates the authority vouches for the practice it names", async () => {
    const { bytes } = await sealSample({ seal: sealFor(samplePractice.id) });
    const { identity } = await verifyDocument(bytes, { authorities: [sampleAuthority.certificate] });
    expect(identity).toMatchObject({ state: "known", practice: { name, slug } });
  });

  test("one practice's seal under another practice's record is unknown", async () => {
    const { bytes } = await sealSample({ seal: sealFor("0198f3a0-0000-7000-8000-0000000000ff") });
    const { identity } = await verifyDocument(bytes, { authorities: [sampleAuthority.certificate] });
    expect(identity).toMatchObject({ state: "unknown", reason: "other-practice" });
  });

  test("a record that names no practice is nobody's", async () => {
    const { bytes } = await sealSample({ record: JSON.stringify({ record: { schema: "candor/later/1" } }) });
    expect((await verifyDocument(bytes, sampleTrust)).identity).toMatchObject({ reason: "other-practice" });
  });

  test("a certificate that was not valid at the claimed time is unknown", async () => {
    const { bytes } = await sealSample({ claimedAt: new Date("2020-01-01T00:00:00Z") });
    expect((await verifyDocument(bytes, sampleTrust)).identity).toMatchObject({ reason: "not-valid-then" });
  });

  test("with nobody to trust an intact document is unknown", async () => {
    const verdict = await verifyDocument(Buffer.from(genuine, "latin1"), { authorities: [] });
    expect(verdict.identity).toMatchObject({ state: "unknown", reason: "foreign-authority" });
  });
});

describe("genuine documents", () => {
  test("an intact document says whose it is, when it claims to be sealed and what it records", async () => {
    const verdict = await verifyText(genuine);
    expect(verdict).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      integrity: { state: "intact" },
      identity: {
        state: "known",
        practice: { name, slug },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      time: { state: "claimed", at: "2026-11-23T17:04:40.000Z", reason: "no-timestamp" },
      record: sampleRecord,
    });
  });

  test("every genuine document is accepted", async () => {
    const count = Number(process.env.GENUINE_DOCUMENTS ?? 50);
    const pdf = await drawSample();
    for (let index = 0; index < count; index++) {
      const record = receiptJson({ ...sampleRecord, documentId: `${index}` }, "not-asked");
      const { bytes } = await sealSample({ pdf, record, claimedAt: new Date() });
      expect(isAccepted(await verifyDocument(bytes, sampleTrust))).toBe(true);
    }
  }, 600_000);

  test("a record of a kind not known yet leaves the document intact", async () => {
    const { bytes } = await sealSample({
      record: JSON.stringify({ record: { schema: "candor/later/1", practice: { id: samplePractice.id } } }),
    });
    expect(await verifyDocument(bytes, sampleTrust)).toMatchObject({
      integrity: { state: "intact" },
      record: null,
    });
  });
});

test("no changed byte at a random place is accepted", async () => {
  const flips = Number(process.env.BYTE_FLIPS ?? 2_000);
  const seed = Number(process.env.FLIP_SEED ?? Date.now() % 2 ** 31);
  const random = randomFrom(seed);
  const bytes = Buffer.from(genuine, "latin1");
  for (let flip = 0; flip < flips; flip++) {
    const at = Math.floor(random() * bytes.length);
    const by = 1 + Math.floor(random() * 255);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ by, at);
    const { integrity } = await verifyDocument(changed, sampleTrust);
    expect(integrity.state, `seed ${seed}, flip ${flip}: byte ${at} by ${by}`).not.toBe("intact");
  }
}, 600_000);
