import { describe, expect, test } from "vitest";
import { sampleAuthority, samplePractice, sampleSeal, sealSample } from "@/lib/seal/sealed-sample.fixture";
import { certificatesIn, pemOf, trustIn } from "./trust";
import { verifyDocument } from "./verify-document";

describe("certificates as text", () => {
  test("are read back as they were written, whatever stands between them", () => {
    const text = `Subject: x\r\n${pemOf(sampleAuthority.certificate)}\n\n${pemOf(sampleSeal.certificate)}`;
    const [authority, seal] = certificatesIn(text).map((bytes) => Buffer.from(bytes));
    expect(authority?.equals(sampleAuthority.certificate)).toBe(true);
    expect(seal?.equals(sampleSeal.certificate)).toBe(true);
  });

  test("that are not certificates are refused", () => {
    const nonsense = pemOf(Buffer.from("hello"));
    expect(() => trustIn(nonsense)).toThrow("malformed");
    expect(trustIn("nothing here").authorities).toEqual([]);
  });

  test("of the authority alone vouch for any of its practices", async () => {
    const { bytes } = await sealSample();
    const { identity } = await verifyDocument(bytes, trustIn(pemOf(sampleAuthority.certificate)));
    expect(identity).toMatchObject({ state: "known", practice: { name: samplePractice.name } });
  });

  test("of a practice count under an authority alone", async () => {
    const { bytes } = await sealSample();
    const seal = pemOf(sampleSeal.certificate);
    const alone = await verifyDocument(bytes, trustIn(seal));
    expect(alone.identity).toMatchObject({ state: "unknown", reason: "foreign-authority" });
    const vouched = await verifyDocument(bytes, trustIn(seal + pemOf(sampleAuthority.certificate)));
    expect(vouched.identity).toMatchObject({ state: "known", practice: { slug: samplePractice.slug } });
  });

  test.each(["====", "AB=CD"])("that are cut off in the middle are refused: %s", (base64) => {
    const broken = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`;
    expect(() => trustIn(broken)).toThrow("malformed");
  });
});
