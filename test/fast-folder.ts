import { mkdtempSync, readdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isAlive } from "@/server/supervisor/processes";

const memory = "/dev/shm";
const room = 2 ** 31;

/** A new folder for data that nobody keeps: in memory where there is room, else where temporary files go. */
export function fastFolder(name: string): string {
  return mkdtempSync(path.join(hasRoom() ? memory : tmpdir(), `candor-${name}-${process.pid}-`));
}

/** What runs that were killed left of `fastFolder`. */
export function abandonedFolders(name: string): string[] {
  const named = new RegExp(`^candor-${name}-(\\d+)-`);
  return [memory, tmpdir()].flatMap(listFolder).filter((folder) => {
    const pid = named.exec(path.basename(folder))?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
}

/** A container gives 64 MB, and what stands there is taken from what programs have. */
function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > room && process.availableMemory() > 2 * room;
  } catch {
    return false;
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}
