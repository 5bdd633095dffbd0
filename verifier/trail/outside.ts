import type { Verdict } from "../verdict";
import { bytesOfBase64, hexOf } from "../written-bytes";
import type { BundleFiles } from "./bundle-files";
import { formsOfKey, type TrailKey, verifierKey } from "./checkpoint";
import { type Quorum, readWitness, type Witness } from "./cosignature";

/** A size and root (base64) of the trail that somebody outside can keep, so that no other history can take its place. */
export type Witnessed = { size: number; root: string };

/** What an unchanged copy says of the trail, and the SHA-256 it has. */
export type HeldCopy = { file: string; documentId: string; sequence: number; leaf: string; sha256: string };

/** What reached the reader another way than the bundle. */
export type Outside = {
  keys?: readonly TrailKey[];
  documents?: readonly HeldCopy[];
  /** An older export. */
  against?: BundleFiles;
  /** Such as those of mails. */
  noted?: readonly Witnessed[];
  witnesses?: Quorum;
};

/** Why a file vouches for nothing. */
export type CopyFault = "copy-not-intact" | "copy-of-another";

/** The certificates under which it was looked at are those of the trail. */
export function heldCopy(
  file: string,
  { integrity, identity, record, sha256 }: Verdict,
): HeldCopy | CopyFault {
  if (integrity.state !== "intact" || !record) return "copy-not-intact";
  if (identity.state !== "known") return "copy-of-another";
  const { documentId, trail } = record;
  return { file, documentId, sequence: trail.sequence, leaf: trail.leaf, sha256 };
}

/** Keys as they are written down: PEM, or the form of signed notes. */
export function keysIn(text: string): TrailKey[] {
  const pems = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const notes = [...text.matchAll(/(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)/g)];
  return [
    ...pems.flatMap(keyOfPem),
    ...notes.flatMap(([whole, name = "", , encoded = ""]) => keyOfNote(whole, name, encoded)),
  ];
}

function keyOfPem(pem: string): TrailKey[] {
  const bytes = bytesOfBase64(pem.replace(/-----[A-Z ]+-----|\s/g, ""));
  if (bytes?.length !== 44) return [];
  const key = hexOf(bytes.subarray(12));
  return formsOfKey("", key).pem.replace(/\s/g, "") === pem.replace(/\s/g, "") ? [key] : [];
}

function keyOfNote(whole: string, name: string, encoded: string): TrailKey[] {
  const bytes = bytesOfBase64(encoded);
  if (bytes?.length !== 33 || bytes[0] !== 1) return [];
  const key = hexOf(bytes.subarray(1));
  return verifierKey(name, key) === whole ? [key] : [];
}

/** Witnesses by their verifier keys, each key once. */
export function witnessesIn(text: string): Witness[] {
  const written = text.match(/\S+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/g) ?? [];
  const found = written.flatMap((one) => readWitness(one) ?? []);
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

/** As it stands, and as a mail that broke the line and wrote = as =3D (RFC 2045) means it. */
export function notedIn(text: string): Witnessed[] {
  const sizeAndRoot = /(?<![\d.])(\d+)\D{0,60}?\s([A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/g;
  const decoded = text.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  return [text, decoded].flatMap((one) =>
    Array.from(one.matchAll(sizeAndRoot), ([, size, root = ""]) => ({ size: Number(size), root })),
  );
}
