import { X509Certificate } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { pemOf } from "@/verifier/trust";
import { makeInstallationAuthority, makePracticeSeal } from "./certificates";
import { fileIn, lacks, newFolder, run } from "./foreign-tools.fixture";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const authority = makeInstallationAuthority("Candor at consult.example");
const practice = {
  practiceName: "Praxis Łąka & Söhne",
  practiceSlug: "laka",
  practiceId: "0198f3a0-0000-7000-8000-000000000001",
};
const seal = makePracticeSeal({ authority, ...practice });

describe("certificates", () => {
  test("the authority may issue certificates and vouches for itself", () => {
    const certificate = new X509Certificate(authority.certificate);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(authority.privateKey)).toBe(true);
    expect(certificate.subject).toBe("CN=Candor at consult.example");
  });

  test("a practice's seal is issued by the authority and names the practice and its id", () => {
    const certificate = new X509Certificate(seal.certificate);
    expect(certificate.ca).toBe(false);
    expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(seal.privateKey)).toBe(true);
    expect(certificate.subject).toBe("O=Praxis Łąka & Söhne\nOU=laka\nCN=Praxis Łąka & Söhne seal");
    expect(certificate.subjectAltName).toBe(`URI:urn:uuid:${practice.practiceId}`);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  });

  test("a seal outlives a working life and no two have the same serial number", () => {
    const other = new X509Certificate(makePracticeSeal({ authority, ...practice }).certificate);
    const certificate = new X509Certificate(seal.certificate);
    const years = certificate.validToDate.getUTCFullYear() - certificate.validFromDate.getUTCFullYear();
    expect(years).toBe(30);
    expect(other.serialNumber).not.toBe(certificate.serialNumber);
  });

  test("a very long name is cut to what a certificate may hold", () => {
    const practiceName = "Ł".repeat(200);
    const long = new X509Certificate(makePracticeSeal({ authority, ...practice, practiceName }).certificate);
    expect(long.subject).toContain(`CN=${"Ł".repeat(59)} seal`);
    expect(long.subject).toContain(`O=${"Ł".repeat(64)}\n`);
  });

  test.skipIf(lacks("openssl"))("openssl accepts the chain and the purposes", () => {
    const root = fileIn(folder, "root.pem", pemOf(authority.certificate));
    const leaf = fileIn(folder, "leaf.pem", pemOf(seal.certificate));
    expect(run("openssl", ["verify", "-x509_strict", "-CAfile", root, leaf])).toMatchObject({ status: 0 });
    const { output } = run("openssl", ["x509", "-in", leaf, "-noout", "-text"]);
    expect(output).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/);
  });
});
