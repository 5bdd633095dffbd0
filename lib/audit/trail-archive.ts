import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { StaffContext } from "@/lib/context";
import { type TarFile, tar } from "@/lib/tar";
import { exportTrail } from "./export-trail";

/** The exported trail as one file to download. The copy on our disk is gone when the stream ends, or is given up. */
export async function trailArchive(
  ctx: StaffContext,
  at: Date,
  verifyPage?: string,
): Promise<AsyncIterable<Uint8Array>> {
  const folder = await mkdtemp(path.join(tmpdir(), "candor-trail-"));
  try {
    await exportTrail(ctx, folder, verifyPage);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return archived(folder, at);
}

async function* archived(folder: string, at: Date): AsyncIterable<Uint8Array> {
  try {
    yield* tar(filesIn(folder), at);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* filesIn(folder: string): AsyncIterable<TarFile> {
  for (const name of (await readdir(folder)).toSorted()) {
    const file = path.join(folder, name);
    yield { name: `trail/${name}`, size: (await stat(file)).size, content: createReadStream(file) };
  }
}
