import { mkdirSync } from "node:fs";
import path from "node:path";
import { lockHolder, takeLock } from "@/server/lock";

function supervisorLock(dataDir: string): string {
  return path.join(dataDir, "running.lock");
}

/** One `npm start` per data folder. */
export function takeSupervisorLock(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return takeLock(supervisorLock(dataDir));
}

export function runningSupervisor(dataDir: string): Promise<number | null> {
  return lockHolder(supervisorLock(dataDir));
}
