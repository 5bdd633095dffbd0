import type { KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refused } from "@/lib/errors";
import { bundleReadme } from "./bundle-readme";
import { checkpointKeyId, parseCheckpoint, publicKeyFrom, rawPublicKey, verifierKey } from "./checkpoint";
import type { StoredEvent } from "./event-body";
import {
  type ExportedEvent,
  type StoredCheckpoint,
  type TrailOptions,
  type TrailVerdict,
  verifyTrail,
} from "./verify-trail";

export type BundleKey = { publicKey: KeyObject; from: Date; until: Date | null };

export type Bundle = {
  practice: string;
  origin: string;
  events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>;
  checkpoints: readonly StoredCheckpoint[];
  keys: readonly BundleKey[];
  certificates: string;
  verifyPage: string;
};

const keysFile = z.strictObject({
  practice: z.string(),
  origin: z.string(),
  keys: z.array(
    z.strictObject({
      keyId: z.string(),
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
      verifierKey: z.string(),
      pem: z.string(),
      from: z.iso.datetime(),
      until: z.iso.datetime().nullable(),
    }),
  ),
});

/** Writes the trail as plain files that can be checked without us. The folder must not hold a bundle already. */
export async function writeBundle(folder: string, bundle: Bundle): Promise<void> {
  const { practice, origin, checkpoints, certificates, verifyPage } = bundle;
  const keys = bundle.keys.map(({ publicKey, from, until }) => ({
    keyId: checkpointKeyId(origin, publicKey),
    publicKey: rawPublicKey(publicKey).toString("hex"),
    verifierKey: verifierKey(origin, publicKey),
    pem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
  const files = {
    "events.jsonl": eventLines(bundle.events),
    "checkpoints.txt": checkpoints.map(({ note }) => note).join("\n"),
    "keys.json": `${JSON.stringify({ practice, origin, keys }, null, 2)}\n`,
    "certificates.pem": certificates,
    "README.txt": bundleReadme(bundle),
    "verify.html": verifyPage,
  };

  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content, { flag: "wx" });
  }
}

/** Checks the files of a folder; with `keys` it trusts those, else only what the folder itself brings along. */
export async function verifyBundle(
  folder: string,
  options: Partial<TrailOptions> & { keys?: readonly KeyObject[] } = {},
): Promise<TrailVerdict> {
  const { keys, ...trail } = options;
  const [listed, notes] = await Promise.all([readKeys(folder), readText(folder, "checkpoints.txt")]);
  const trusted = keys ?? listed.keys.map(({ publicKey }) => publicKeyFrom(Buffer.from(publicKey, "hex")));
  return verifyTrail(readEvents(folder), splitNotes(notes), trusted, { ...listed, ...trail });
}

async function readKeys(folder: string) {
  const text = await readText(folder, "keys.json");
  try {
    return keysFile.parse(JSON.parse(text));
  } catch {
    throw new Refused("not-a-bundle", { file: "keys.json" });
  }
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(join(folder, file), "utf8");
  } catch {
    throw new Refused("not-a-bundle", { file });
  }
}

const beforeLeaf = '{"leaf":"';
const beforeBody = '","body":';
const leafEnd = beforeLeaf.length + 64;
const bodyStart = leafEnd + beforeBody.length;

/** The body stands in the line exactly as it was hashed. Lines are gathered: one write each would take minutes. */
async function* eventLines(events: Bundle["events"]): AsyncIterable<string> {
  let lines = "";
  for await (const { leaf, body } of events) {
    lines += `${beforeLeaf}${leaf}${beforeBody}${body}}\n`;
    if (lines.length > 1 << 18) {
      yield lines;
      lines = "";
    }
  }
  yield lines;
}

async function* readEvents(folder: string): AsyncIterable<ExportedEvent> {
  let text = "";
  for await (const chunk of createReadStream(join(folder, "events.jsonl"), "utf8")) {
    text += chunk;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      yield readLine(text.slice(start, end));
      start = end + 1;
    }
    text = text.slice(start);
  }
  if (text) yield readLine(text);
}

function readLine(line: string): ExportedEvent {
  const shaped = line.startsWith(beforeLeaf) && line.startsWith(beforeBody, leafEnd) && line.endsWith("}");
  return shaped
    ? { leaf: line.slice(beforeLeaf.length, leafEnd), body: line.slice(bodyStart, -1) }
    : { leaf: "", body: line };
}

function splitNotes(text: string): StoredCheckpoint[] {
  if (text === "") return [];
  const notes = text.split(/(?<=\n)\n(?!— )/);
  return notes.map((note) => ({ note, size: parseCheckpoint(note)?.size ?? 0 }));
}
