import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { processStart } from "@/server/processes";

export type Lock = { release(): void };

/** Takes the lock file, or says which process holds it. A lock left behind by a dead process is taken over. */
export async function takeLock(file: string): Promise<Lock | { heldBy: number }> {
  const own = `${process.pid} ${await processStart(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, own, { flag: "wx", mode: 0o600 });
      return { release: () => releaseIfOwn(file, own) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const found = readLock(file);
    const [pid, start] = found.trim().split(/ (.*)/);
    if (pid && (await processStart(Number(pid))) === start) return { heldBy: Number(pid) };
    if (readLock(file) === found) rmSync(file, { force: true });
  }
  throw new Error(`The lock file ${file} could not be taken.`);
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
