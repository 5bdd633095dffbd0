import { readFile } from "node:fs/promises";
import path from "node:path";
import { Refused } from "@/lib/errors";
import type { Followed } from "@/server/witness/receive-checkpoint";
import { NotAccepted } from "@/verifier/not-accepted";
import type { Quorum } from "@/verifier/trail/cosignature";
import { type HeldCopy, heldCopy, keysIn, notedIn, witnessesIn } from "@/verifier/trail/outside";
import { type Trust, trustIn } from "@/verifier/trust";
import { verifyDocument } from "@/verifier/verify-document";
import type { Shell } from "./shell";

/** Keys as they are written down: PEM, or the form of signed notes; or the name of a file that holds one of these. */
export const readKeys = reading(keysIn, "not-a-key");

/** Sizes and roots as mails, notes and people write them; or the name of a file that holds some. */
export const readNoted = reading(notedIn, "nothing-noted");

const readWitnesses = reading(witnessesIn, "no-witness-key");

/** Of those witnesses so many have to confirm, all where nothing is said. */
export async function readQuorum(
  given: readonly string[],
  quorum: number | undefined,
  shell: Shell,
): Promise<Quorum> {
  const witnesses = await readWitnesses(given, shell);
  const known = new Set(witnesses.map(({ key }) => key)).size;
  const asked = quorum ?? known;
  if (asked < 1 || asked > known) throw new Refused("quorum-beyond-given", { known });
  return { witnesses, quorum: asked };
}

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

export function historiesIn(text: string): Followed[] {
  const written = [...text.matchAll(/(\S+)\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/g)];
  return written.flatMap(([whole, origin = ""]) => {
    const keys = keysIn(whole);
    return keys.length > 0 ? [{ origin, keys }] : [];
  });
}

/** What sealed copies say of the trail: each has to be unchanged, and locked under a certificate the bundle lists. */
export async function readDocuments(
  files: readonly string[],
  bundle: string,
  shell: Shell,
): Promise<HeldCopy[]> {
  const trust = certificatesOf(await textOf(path.join(bundle, "certificates.pem")));
  const read = files.map(async (file) => {
    const bytes = await readFile(shell.file(file)).catch(() => {
      throw new Refused("unreadable-file", { file });
    });
    const held = heldCopy(file, await verifyDocument(bytes, trust));
    if (typeof held === "string") throw new Refused(held, { file });
    return held;
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
