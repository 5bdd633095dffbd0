import path from "node:path";
import { makeDataFolder } from "@/server/embedded/data-folder";
import { lockHolder, takeLock } from "./lock";

function supervisorLock(dataDir: string): string {
  return path.join(dataDir, "running.lock");
}

/** One `npm start` per data folder. */
export function takeSupervisorLock(dataDir: string) {
  makeDataFolder(dataDir);
  return takeLock(supervisorLock(dataDir));
}

export function runningSupervisor(dataDir: string): Promise<number | null> {
  return lockHolder(supervisorLock(dataDir));
}
