import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkpointOrigin, signCheckpoint, trailKeyOf } from "@/lib/audit/checkpoint";
import { canonical, parseCanonical } from "./canonical";
import { checkpointKeyId, formsOfKey, parseCheckpoint, verifierKey, verifyCheckpoint } from "./checkpoint";
import { frontierOf, leafHash, merkleRoot } from "./merkle";

const key = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${"07".repeat(32)}`, "hex"),
  format: "der",
  type: "pkcs8",
});
const publicKey = trailKeyOf(createPublicKey(key));
const stranger = trailKeyOf(generateKeyPairSync("ed25519").publicKey);

const origin = "audit.example.org/t_7f3c";
const entries = [
  '{"action":"consent.signed","actor":{"id":"u_9","role":"guardian"},"object":{"id":"c_7f21","sha256":"abababababababababababababababababababababababababababababababab","type":"consent"},"outcome":"success","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":0,"subject":"p_104","tenant":"t_7f3c","ts":"2026-11-20T17:04:31.120Z","v":1}',
  '{"action":"recording.filed","actor":{"id":"u_1","role":"therapist"},"object":{"id":"r_55","sha256":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","type":"recording"},"outcome":"success","prev":"0b7bdcc541d7e5fb295499c0e9ae1e52fc079805bd2508244ede3df7228389a2","seq":1,"subject":"p_104","tenant":"t_7f3c","ts":"2026-11-20T17:05:02.004Z","v":1}',
];
const leaves = [
  "0b7bdcc541d7e5fb295499c0e9ae1e52fc079805bd2508244ede3df7228389a2",
  "1335238826a4c9ecbafac2ae05fe603059696f2619763e2e7c817d01100aceff",
];
const root = "4c441a8ba650716c3383cef79db5e9204ece29dd15e4a59aa590079ce9a739e1";
const note = `audit.example.org/t_7f3c
2
TEQai6ZQcWwzg873nbXpIE7OKd0V5KWapZAHnOmnOeE=

— audit.example.org/t_7f3c TL13eSrReZhJa9HFYp3K2gdZYvU97Kkoq0ZiaOqrjVG7QkIPn7SDaedCewiiq/LLtpT/MBisXoXJ22l9rwl35/jcnQ4=
`;

function parsed(text: string) {
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint) throw new Error("should parse");
  return checkpoint;
}

describe("the worked example of the standards", () => {
  it("gives its canonical text, leaves and root", () => {
    expect(entries.map((entry) => canonical(JSON.parse(entry)))).toEqual(entries);
    expect(entries.map((entry) => parseCanonical(entry)?.v)).toEqual([1, 1]);
    expect(entries.map(leafHash)).toEqual(leaves);
    expect(merkleRoot(frontierOf(leaves))).toBe(root);
  });

  it("gives its key, key id and signed note", () => {
    expect(publicKey).toBe("ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c");
    expect(checkpointKeyId(origin, publicKey)).toBe("4cbd7779");
    expect(signCheckpoint({ origin, size: 2, root, key })).toBe(note);
  });

  it("is read and verified", async () => {
    expect(parsed(note)).toMatchObject({
      origin,
      size: 2,
      root,
      signatures: [{ name: origin, keyId: "4cbd7779" }],
    });
    expect(await verifyCheckpoint(parsed(note), origin, [stranger, publicKey])).toBe(publicKey);
  });
});

describe("verifyCheckpoint", () => {
  it("knows no signer when the key, the origin or any signed byte is another", async () => {
    expect(await verifyCheckpoint(parsed(note), origin, [stranger])).toBeNull();
    expect(await verifyCheckpoint(parsed(note), origin, [])).toBeNull();
    expect(await verifyCheckpoint(parsed(note), "audit.example.org/other", [publicKey])).toBeNull();
    expect(await verifyCheckpoint(parsed(note.replace("\n2\n", "\n3\n")), origin, [publicKey])).toBeNull();
    expect(await verifyCheckpoint(parsed(note.replace("TEQai", "TEQbi")), origin, [publicKey])).toBeNull();
    expect(await verifyCheckpoint(parsed(note.replace("/jcnQ4", "/jcmQ4")), origin, [publicKey])).toBeNull();
  });

  it("knows no signer when the text and the signature line name different origins", async () => {
    const signedAs = (text: string, name: string) => {
      const signature = sign(null, Buffer.from(text), key).toString("hex");
      const line = Buffer.from(`${checkpointKeyId(name, publicKey)}${signature}`, "hex").toString("base64");
      return parsed(`${text}\n— ${name} ${line}\n`);
    };
    const text = note.slice(0, note.indexOf("\n\n") + 1);
    const elsewhere = text.replace(origin, "audit.example.org/other");
    expect(await verifyCheckpoint(signedAs(text, origin), origin, [publicKey])).toBe(publicKey);
    expect(await verifyCheckpoint(signedAs(elsewhere, origin), origin, [publicKey])).toBeNull();
    expect(await verifyCheckpoint(signedAs(text, "audit.example.org/other"), origin, [publicKey])).toBeNull();
  });

  it("passes over signatures by keys it does not know, as witnesses add them", async () => {
    const cosigned = `${note}— witness.example ${Buffer.alloc(68, 9).toString("base64")}\n`;
    expect(await verifyCheckpoint(parsed(cosigned), origin, [publicKey])).toBe(publicKey);
  });
});

describe("parseCheckpoint", () => {
  it.each([
    ["nothing", ""],
    ["no signature", note.slice(0, note.indexOf("—"))],
    ["no last line end", note.trimEnd()],
    ["carriage returns", note.replaceAll("\n", "\r\n")],
    ["an extension line", note.replace("\n\n", "\nextension\n\n")],
    ["a size with a leading zero", note.replace("\n2\n", "\n02\n")],
    ["a size below zero", note.replace("\n2\n", "\n-2\n")],
    ["a size that is no integer", note.replace("\n2\n", "\n2e0\n")],
    ["a size beyond exact integers", note.replace("\n2\n", "\n9007199254740993\n")],
    ["a short root", note.replace("TEQai6ZQ", "")],
    ["a root in another alphabet", note.replace("mnOeE=", "mnOeF=")],
    ["a hyphen instead of the dash", note.replace("—", "-")],
    ["words after the signature", note.replace("nQ4=\n", "nQ4= x\n")],
    ["two notes", note + note],
  ])("does not read a note with %s", (_, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });
});

describe("signCheckpoint", () => {
  it("refuses what would not be a checkpoint", () => {
    expect(() => signCheckpoint({ origin: "two words", size: 2, root, key })).toThrow();
    expect(() => signCheckpoint({ origin: "a+b", size: 2, root, key })).toThrow();
    expect(() => signCheckpoint({ origin, size: 1.5, root, key })).toThrow();
    expect(() => signCheckpoint({ origin, size: 2, root: "abc", key })).toThrow();
  });
});

describe("names and keys", () => {
  it("an origin is the host of the installation and the practice", () => {
    expect(checkpointOrigin("https://candor.example:8443/", "p1")).toBe("candor.example:8443/audit/p1");
  });

  it("a public key is given in the forms that other tools take", () => {
    expect(formsOfKey(origin, publicKey).pem).toBe(
      createPublicKey(key).export({ type: "spki", format: "pem" }).toString(),
    );
    expect(verifierKey(origin, publicKey)).toBe(
      `${origin}+4cbd7779+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs`,
    );
  });
});
