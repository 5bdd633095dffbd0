import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { processStart } from "./processes";

let drafts = 0;

export type Lock = { release(): void };

/** Takes the lock file, or says which process holds it. A lock left behind by a dead process is taken over. */
export async function takeLock(file: string): Promise<Lock | { heldBy: number }> {
  const own = `${process.pid} ${await processStart(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (madeAtOnce(file, own)) return { release: () => releaseIfOwn(file, own) };
    const found = readLock(file);
    const heldBy = await lockHolder(file);
    if (heldBy !== null) return { heldBy };
    if (readLock(file) === found) rmSync(file, { force: true });
  }
  throw new Error(`The lock file ${file} could not be taken.`);
}

/** The living process that holds the lock file. */
export async function lockHolder(file: string): Promise<number | null> {
  const [pid, start] = readLock(file).trim().split(/ (.*)/);
  return pid && (await processStart(Number(pid))) === start ? Number(pid) : null;
}

/** Takes the lock file, waiting for whoever holds it. */
export async function waitForLock(file: string, milliseconds: number): Promise<Lock> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const lock = await takeLock(file);
    if ("release" in lock) return lock;
    if (Date.now() > end) throw new Error(`Process ${lock.heldBy} still holds ${file}.`);
    await pause(100);
  }
}

/** A link appears with its content, so nobody ever reads a lock that is still empty. */
function madeAtOnce(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.${drafts++}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function readLock(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function releaseIfOwn(file: string, own: string) {
  if (readLock(file) === own) rmSync(file, { force: true });
}
