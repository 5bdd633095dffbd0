import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { env } from "@/lib/env";

/** What is free where the data folder lies, and its share in percent of what we may use there. */
export async function diskSpace(): Promise<{ freeBytes: number; freePercent: number }> {
  const { bavail, bfree, blocks, bsize } = await statfs(existsSync(env().dataDir) ? env().dataDir : ".");
  const ours = blocks - bfree + bavail;
  return { freeBytes: bavail * bsize, freePercent: ours > 0 ? Math.floor((100 * bavail) / ours) : 100 };
}

/** The share that is left where it is less than staff want to be warned of. */
export async function lowDisk(warnBelow = env().diskWarnPercent): Promise<number | null> {
  const { freePercent } = await diskSpace();
  return freePercent < warnBelow ? freePercent : null;
}
