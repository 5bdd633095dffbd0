import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import { readCertificate } from "@/verifier/certificate";
import { oids } from "@/verifier/crypto-names";
import { tags } from "@/verifier/der";
import { withLowS } from "@/verifier/seal";
import { bits, der, integer, octets, oid, sequence, setOf, utf8 } from "@/verifier/write-der";

export type SealKey = { certificate: Buffer; privateKey: KeyObject };

const yearsValid = 30;

/** The installation's own authority: it vouches for practice seals and for nothing below them. */
export function makeInstallationAuthority(name: string, now = new Date()): SealKey {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const subject = distinguishedName([[oids.commonName, name]]);
  const certificate = issue({
    subject,
    publicKey: keys.publicKey,
    extensions: [
      extension(oids.basicConstraints, sequence(yes, integer(Uint8Array.of(0))), true),
      extension(oids.keyUsage, der(tags.bitString, Uint8Array.of(1, 0b0000_0110)), true),
      extension(oids.subjectKeyId, octets(keyId(keys.publicKey))),
    ],
    issuer: { name: subject, publicKey: keys.publicKey, privateKey: keys.privateKey },
    now,
  });
  return { certificate, privateKey: keys.privateKey };
}

/** The key with which documents of one practice are sealed; its certificate names the practice and its id. */
export function makePracticeSeal(practice: {
  authority: SealKey;
  practiceName: string;
  practiceSlug: string;
  practiceId: string;
  now?: Date;
}): SealKey {
  const { authority, practiceName, practiceSlug, practiceId, now = new Date() } = practice;
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = {
    name: readCertificate(authority.certificate).subject.bytes,
    publicKey: createPublicKey(authority.privateKey),
    privateKey: authority.privateKey,
  };
  const certificate = issue({
    subject: distinguishedName([
      [oids.organization, practiceName],
      [oids.organizationalUnit, practiceSlug],
      [oids.commonName, `${cut(practiceName, longestName - " seal".length)} seal`],
    ]),
    publicKey: keys.publicKey,
    extensions: [
      extension(oids.basicConstraints, sequence(), true),
      extension(oids.keyUsage, der(tags.bitString, Uint8Array.of(6, 0b1100_0000)), true),
      extension(oids.subjectKeyId, octets(keyId(keys.publicKey))),
      extension(oids.authorityKeyId, sequence(der(0x80, keyId(issuer.publicKey)))),
      extension(oids.subjectAltName, sequence(der(0x86, Buffer.from(`urn:uuid:${practiceId}`)))),
    ],
    issuer,
    now,
  });
  return { certificate, privateKey: keys.privateKey };
}

/** X.520 allows 64 characters in a name. */
const longestName = 64;
const yes = der(tags.boolean, Uint8Array.of(0xff));
const ecdsaWithSha256 = sequence(oid(oids.ecdsaWithSha256));

function issue(wanted: {
  subject: Uint8Array;
  publicKey: KeyObject;
  extensions: Uint8Array[];
  issuer: { name: Uint8Array; publicKey: KeyObject; privateKey: KeyObject };
  now: Date;
}): Buffer {
  const from = new Date(wanted.now);
  from.setUTCDate(from.getUTCDate() - 1);
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + yearsValid);
  const tbs = sequence(
    der(0xa0, integer(Uint8Array.of(2))),
    integer(randomSerial()),
    ecdsaWithSha256,
    wanted.issuer.name,
    sequence(time(from), time(until)),
    wanted.subject,
    wanted.publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...wanted.extensions)),
  );
  const signature = withLowS(sign("sha256", tbs, { key: wanted.issuer.privateKey, dsaEncoding: "der" }));
  return Buffer.from(sequence(tbs, ecdsaWithSha256, bits(signature)));
}

function randomSerial(): Uint8Array {
  const serial = randomBytes(16);
  serial.writeUInt8((serial.readUInt8(0) & 0x3f) | 0x40, 0);
  return serial;
}

function distinguishedName(parts: [string, string][]): Uint8Array {
  return sequence(...parts.map(([key, value]) => setOf(sequence(oid(key), utf8(cut(value, longestName))))));
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join("");
}

function extension(name: string, value: Uint8Array, isCritical = false): Uint8Array {
  return isCritical ? sequence(oid(name), yes, octets(value)) : sequence(oid(name), octets(value));
}

function keyId(publicKey: KeyObject): Uint8Array {
  return createHash("sha1")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest();
}

/** RFC 5280: two-digit years until 2049, four digits from 2050. */
function time(date: Date): Uint8Array {
  const digits = `${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
  const isShort = date.getUTCFullYear() < 2050;
  const tag = isShort ? tags.utcTime : tags.generalizedTime;
  return der(tag, Buffer.from(isShort ? digits.slice(2) : digits, "latin1"));
}
