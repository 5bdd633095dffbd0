export type Migrations = "applied" | "missing" | "unknown";

/** Below this a signature could be refused in the middle of being stored. */
const leastDisk = 100 * 1024 * 1024;

/** Whether people can be served: work that waits or fails is told of, and is no reason to turn them away. */
export function isReady(state: { migrations: Migrations; diskFreeBytes: number }): boolean {
  return state.migrations === "applied" && state.diskFreeBytes >= leastDisk;
}
