import { type BundleFiles, textOf, UnfitBundle } from "./bundle-files";
import type { StoredCheckpoint } from "./check-signing";
import { formsOfKey, parseCheckpoint, type TrailKey } from "./checkpoint";
import type { ExportedEntry } from "./verify-trail";

export const beforeLeaf = '{"leaf":"';
export const beforeBody = '","body":';

export type ReadBundle = {
  practice: string;
  origin: string;
  keys: TrailKey[];
  /** Each key is given in four forms; false when they are not of the same key. */
  keysAgree: boolean;
  checkpoints: StoredCheckpoint[];
  entries: AsyncIterable<ExportedEntry>;
};

/** The files of an exported trail, as their reader takes them; what was not written by an export is refused. */
export async function readBundle(files: BundleFiles): Promise<ReadBundle> {
  const lines = await textOf(files, "events.jsonl");
  const notes = await readText(files, "checkpoints.txt");
  const { practice, origin, keys } = await readKeys(files);
  const keysAgree = keys.every(({ keyId, publicKey, verifierKey, pem }) => {
    const forms = formsOfKey(origin, publicKey);
    return forms.keyId === keyId && forms.verifierKey === verifierKey && forms.pem === pem;
  });
  return {
    practice,
    origin,
    keysAgree,
    keys: keys.map(({ publicKey }) => publicKey),
    checkpoints: splitNotes(notes),
    entries: readEntries(lines),
  };
}

async function readText(files: BundleFiles, file: string): Promise<string> {
  let text = "";
  for await (const part of await textOf(files, file)) text += part;
  if (text.includes("\r\n")) throw new UnfitBundle("bundle-line-ends", file);
  return text;
}

type ListedKey = Record<"keyId" | "publicKey" | "verifierKey" | "pem" | "from", string> & {
  until: string | null;
};
type KeysFile = { practice: string; origin: string; keys: ListedKey[] };

async function readKeys(files: BundleFiles): Promise<KeysFile> {
  const file = "keys.json";
  const content = parsed(await readText(files, file));
  if (!isKeysFile(content)) throw new UnfitBundle("not-a-bundle", file);
  return content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isKeysFile(content: unknown): content is KeysFile {
  if (!hasOnly(content, ["practice", "origin", "keys"])) return false;
  const { practice, origin, keys } = content;
  return (
    typeof practice === "string" &&
    typeof origin === "string" &&
    Array.isArray(keys) &&
    keys.every(isListedKey)
  );
}

function isListedKey(content: unknown): content is ListedKey {
  if (!hasOnly(content, ["keyId", "publicKey", "verifierKey", "pem", "from", "until"])) return false;
  const { publicKey, until, ...texts } = content;
  const isHex = typeof publicKey === "string" && /^[0-9a-f]{64}$/.test(publicKey);
  const isTold = Object.values(texts).every((text) => typeof text === "string");
  return isHex && isTold && (until === null || typeof until === "string");
}

function hasOnly(content: unknown, names: string[]): content is Record<string, unknown> {
  if (typeof content !== "object" || content === null) return false;
  return Object.keys(content).toSorted().join() === names.toSorted().join();
}

const leafEnd = beforeLeaf.length + 64;
const bodyStart = leafEnd + beforeBody.length;
/** Entries take some hundred letters. */
const longestLine = 1 << 20;

async function* readEntries(parts: AsyncIterable<string>): AsyncIterable<ExportedEntry> {
  const file = "events.jsonl";
  let text = "";
  for await (const part of parts) {
    const searched = text.length;
    text += part;
    let start = 0;
    for (let end = text.indexOf("\n", searched); end >= 0; end = text.indexOf("\n", start)) {
      yield readLine(text.slice(start, end));
      start = end + 1;
    }
    text = text.slice(start);
    if (text.length > longestLine) throw new UnfitBundle("bundle-line-too-long", file);
  }
  if (text) yield readLine(text);

  function readLine(line: string): ExportedEntry {
    if (line.endsWith("\r")) throw new UnfitBundle("bundle-line-ends", file);
    const shaped = line.startsWith(beforeLeaf) && line.startsWith(beforeBody, leafEnd) && line.endsWith("}");
    return shaped
      ? { leaf: line.slice(beforeLeaf.length, leafEnd), body: line.slice(bodyStart, -1) }
      : { leaf: "", body: line };
  }
}

function splitNotes(text: string): StoredCheckpoint[] {
  if (text === "") return [];
  const notes = text.split(/(?<=\n)\n(?!— )/);
  return notes.map((note) => ({ note, size: parseCheckpoint(note)?.size ?? 0 }));
}
