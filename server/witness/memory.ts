import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { trailKeyOf } from "@/lib/audit/checkpoint";
import { Refused } from "@/lib/errors";
import { takeLock } from "@/server/supervisor/lock";
import { type Checkpoint, isKeyName, parseCheckpoint } from "@/verifier/trail/checkpoint";
import type { Witness } from "@/verifier/trail/cosignature";

export type Memory = {
  witness: Witness;
  isNew: boolean;
  privateKey: KeyObject;
  latestOf(origin: string): Checkpoint | null;
  /** Returns once it would survive a loss of power. */
  remember(origin: string, note: string): void;
  /** Keeps the first signed note that contradicts what was confirmed: it proves that somebody signed two histories. */
  accuse(origin: string, note: string): void;
  close(): void;
};

const stored = z.strictObject({
  name: z.string(),
  privateKey: z.string(),
  histories: z.record(
    z.string(),
    z.strictObject({ latest: z.string(), contradicting: z.string().optional() }),
  ),
});
type Stored = z.infer<typeof stored>;

/**
 * What a witness knows: its key and, of each history, the longest it has confirmed. Both are in one file, so that a
 * witness that lost its memory has lost its key too, and nobody takes it for the one that remembers.
 */
export async function openMemory(folder: string, name: string | undefined): Promise<Memory> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await takeLock(path.join(folder, "running.lock"));
  if ("heldBy" in lock) throw new Refused("witness-runs", { pid: lock.heldBy });
  try {
    return { ...remembering(folder, recall(folder, name)), close: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function remembering(folder: string, { isNew, ...known }: ReturnType<typeof recall>): Omit<Memory, "close"> {
  const privateKey = createPrivateKey({
    key: Buffer.from(known.privateKey, "base64"),
    format: "der",
    type: "pkcs8",
  });
  let now: Stored = known;
  const change = (origin: string, history: Stored["histories"][string]) => {
    const next = { ...now, histories: { ...now.histories, [origin]: history } };
    write(folder, next);
    now = next;
  };
  return {
    isNew,
    witness: { name: known.name, key: trailKeyOf(createPublicKey(privateKey)) },
    privateKey,
    latestOf: (origin) => parseCheckpoint(now.histories[origin]?.latest ?? ""),
    remember: (origin, latest) => change(origin, { ...now.histories[origin], latest }),
    accuse: (origin, contradicting) => {
      const history = now.histories[origin];
      if (history && !history.contradicting) change(origin, { ...history, contradicting });
    },
  };
}

const file = "witness.json";

function recall(folder: string, name: string | undefined) {
  const others = readdirSync(folder).filter((one) => !one.startsWith("running.lock"));
  if (others.length === 0) return { ...begin(folder, name), isNew: true };
  const known = read(path.join(folder, file));
  if (!known) throw new Refused("witness-memory-lost", { file: path.join(folder, file) });
  if (name !== undefined && name !== known.name)
    throw new Refused("witness-named-otherwise", { name: known.name });
  return { ...known, isNew: false };
}

function begin(folder: string, name: string | undefined): Stored {
  if (name === undefined) throw new Refused("witness-without-name");
  if (!isKeyName(name)) throw new Refused("witness-name-malformed");
  const { privateKey } = generateKeyPairSync("ed25519");
  const bytes = privateKey.export({ format: "der", type: "pkcs8" });
  const made = { name, privateKey: bytes.toString("base64"), histories: {} };
  write(folder, made);
  return made;
}

/** Null where it is not there, or not as it was written: half a memory would confirm what it should refuse. */
function read(from: string): Stored | null {
  try {
    const found = stored.parse(JSON.parse(readFileSync(from, "utf8")));
    const isWhole = Object.entries(found.histories).every(
      ([origin, { latest }]) => parseCheckpoint(latest)?.origin === origin,
    );
    return isWhole ? found : null;
  } catch {
    return null;
  }
}

/** The new file is whole on the disk before it takes the old one's place, and so is its place. */
function write(folder: string, known: Stored) {
  const draft = path.join(folder, `${file}.new`);
  inFile(draft, "w", (handle) => writeFileSync(handle, `${JSON.stringify(known, null, 2)}\n`));
  renameSync(draft, path.join(folder, file));
  if (process.platform !== "win32") inFile(folder, "r", () => {});
}

function inFile(name: string, flags: string, act: (handle: number) => void) {
  const handle = openSync(name, flags, 0o600);
  try {
    act(handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
