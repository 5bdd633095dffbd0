import { createPublicKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { publicKeyFrom, verifierKey } from "@/lib/audit/checkpoint";
import type { Witnessed } from "@/lib/audit/published-checkpoint";
import type { Outside } from "@/lib/audit/verify-bundle";
import { Refused } from "@/lib/errors";
import type { Followed } from "@/server/witness/judge-checkpoint";
import { NotAccepted } from "@/verifier/not-accepted";
import { type Trust, trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import type { Shell } from "./shell";

/** Keys as they are written down: PEM, or the form of signed notes; or the name of a file that holds one of these. */
export const readKeys = reading(keysIn, "not-a-key");

/** Sizes and roots as mails, notes and people write them; or the name of a file that holds some. */
export const readNoted = reading(notedIn, "nothing-noted");

/** Histories to follow: verifier keys, or the name of a file that holds some, such as a published checkpoint. */
export const readHistories = reading(historiesIn, "no-verifier-key");

function reading<Found>(foundIn: (text: string) => Found[], refusal: string) {
  return async (given: readonly string[], shell: Shell): Promise<Found[]> => {
    const all: Found[] = [];
    for (const text of given) {
      const written = foundIn(text);
      const found = written.length > 0 ? written : foundIn(await textOf(shell.file(text)));
      if (found.length === 0) throw new Refused(refusal, { file: text });
      all.push(...found);
    }
    return all;
  };
}

function keysIn(text: string): KeyObject[] {
  const pems = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const notes = [...text.matchAll(/(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)/g)];
  return [
    ...pems.flatMap(keyOfPem),
    ...notes.flatMap(([whole, name = "", , encoded = ""]) => keyOfNote(whole, name, encoded)),
  ];
}

function keyOfPem(pem: string): KeyObject[] {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" ? [key] : [];
  } catch {
    return [];
  }
}

function historiesIn(text: string): Followed[] {
  const written = [...text.matchAll(/(\S+)\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/g)];
  return written.flatMap(([whole, origin = ""]) => {
    const keys = keysIn(whole);
    return keys.length > 0 ? [{ origin, keys }] : [];
  });
}

function keyOfNote(whole: string, name: string, encoded: string): KeyObject[] {
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) return [];
  const key = publicKeyFrom(bytes.subarray(1));
  return verifierKey(name, key) === whole ? [key] : [];
}

/** As it stands, and as a mail that broke the line and wrote = as =3D (RFC 2045) means it. */
function notedIn(text: string): Witnessed[] {
  const sizeAndRoot = /(?<![\d.])(\d+)\D{0,60}?\s([A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g;
  const decoded = text.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  return [text, decoded].flatMap((one) =>
    Array.from(one.matchAll(sizeAndRoot), ([, size, root = ""]) => ({ size: Number(size), root })),
  );
}

/** What sealed copies say of the trail: each has to be unchanged, and locked under a certificate the bundle lists. */
export async function readDocuments(
  files: readonly string[],
  bundle: string,
  shell: Shell,
): Promise<NonNullable<Outside["documents"]>> {
  const trust = certificatesOf(await textOf(path.join(bundle, "certificates.pem")));
  const read = files.map(async (file) => {
    const bytes = await readFile(shell.file(file)).catch(() => {
      throw new Refused("unreadable-file", { file });
    });
    const { integrity, identity, record, sha256 } = await verifyDocument(bytes, trust);
    if (integrity.state !== "intact" || !record) throw new Refused("copy-not-intact", { file });
    if (identity.state !== "known") throw new Refused("copy-of-another", { file });
    const { documentId, trail } = record;
    return { file, documentId, sequence: trail.sequence, leaf: trail.leaf, sha256 };
  });
  return Promise.all(read);
}

function certificatesOf(text: string): Trust {
  try {
    return trustIn(text);
  } catch (error) {
    throw error instanceof NotAccepted
      ? new Refused("not-certificates", { file: "certificates.pem" })
      : error;
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new Refused("unreadable-file", { file });
  });
}
