export type Migrations = "applied" | "missing" | "unknown";

/** Below this a signature could be refused in the middle of being stored. */
const leastDisk = 100 * 1024 * 1024;
/** In seconds; what the process judges by its own clock would be wrong by more. */
const mostOffset = 60;

export type NotReady = "migrations" | "disk" | "clock";
type State = { migrations: Migrations; diskFreeBytes: number; clockOffsetSeconds: number };

/** Why people cannot be served: work that waits or fails is told of, and is no reason to turn them away. */
export function whyNotReady({ migrations, diskFreeBytes, clockOffsetSeconds }: State): NotReady[] {
  return [
    ...(migrations === "applied" ? [] : (["migrations"] as const)),
    ...(diskFreeBytes >= leastDisk ? [] : (["disk"] as const)),
    ...(Math.abs(clockOffsetSeconds) <= mostOffset ? [] : (["clock"] as const)),
  ];
}
