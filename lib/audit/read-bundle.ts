import type { KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refused } from "@/lib/errors";
import { beforeBody, beforeLeaf, formsOfKey } from "./bundle";
import { parseCheckpoint, publicKeyFrom } from "./checkpoint";
import type { ExportedEvent, StoredCheckpoint } from "./verify-trail";

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

export type ReadBundle = {
  practice: string;
  origin: string;
  keys: KeyObject[];
  /** Each key is given in four forms; false when they are not of the same key. */
  keysAgree: boolean;
  checkpoints: StoredCheckpoint[];
  events: AsyncIterable<ExportedEvent>;
};

/** The files of an exported trail, as their reader takes them; what was not written by an export is refused. */
export async function readBundle(folder: string): Promise<ReadBundle> {
  for (const file of ["events.jsonl", "checkpoints.txt", "keys.json"]) await mustExist(folder, file);
  const [listed, notes] = await Promise.all([readKeys(folder), readText(folder, "checkpoints.txt")]);
  const { practice, origin } = listed;
  const keys = listed.keys.map(({ publicKey }) => publicKeyFrom(Buffer.from(publicKey, "hex")));
  const keysAgree = listed.keys.every((written, index) => {
    const key = keys[index];
    return (
      key && Object.entries(formsOfKey(origin, key)).every(([form, text]) => text === written[asForm(form)])
    );
  });
  return { practice, origin, keys, keysAgree, checkpoints: splitNotes(notes), events: readEvents(folder) };
}

/** Object.entries forgets the names it was given. */
function asForm(name: string): keyof ReturnType<typeof formsOfKey> {
  return name as keyof ReturnType<typeof formsOfKey>;
}

async function mustExist(folder: string, file: string) {
  await access(join(folder, file)).catch(() => {
    throw new Refused("bundle-file-missing", { file });
  });
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
  const text = await readFile(join(folder, file), "utf8").catch(() => {
    throw new Refused("not-a-bundle", { file });
  });
  if (text.includes("\r\n")) throw new Refused("bundle-line-ends", { file });
  return text;
}

const leafEnd = beforeLeaf.length + 64;
const bodyStart = leafEnd + beforeBody.length;
/** Entries take some hundred letters. */
const longestLine = 1 << 20;

async function* readEvents(folder: string): AsyncIterable<ExportedEvent> {
  const file = "events.jsonl";
  let text = "";
  for await (const chunk of createReadStream(join(folder, file), "utf8")) {
    const searched = text.length;
    text += chunk;
    let start = 0;
    for (let end = text.indexOf("\n", searched); end >= 0; end = text.indexOf("\n", start)) {
      yield readLine(text.slice(start, end));
      start = end + 1;
    }
    text = text.slice(start);
    if (text.length > longestLine) throw new Refused("bundle-line-too-long", { file });
  }
  if (text) yield readLine(text);

  function readLine(line: string): ExportedEvent {
    if (line.endsWith("\r")) throw new Refused("bundle-line-ends", { file });
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
