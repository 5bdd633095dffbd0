import { chmodSync, mkdirSync } from "node:fs";

/**
 * Nobody else may list the data folder. They may pass through it, because PostgreSQL runs as another user
 * where root cannot have a namespace; every file in it is closed by its own permissions.
 */
export function makeDataFolder(dataDir: string) {
  if (mkdirSync(dataDir, { recursive: true }) !== undefined) chmodSync(dataDir, 0o711);
}

/** For processes that write into it: what they make is their user's alone. */
export function keepFilesPrivate() {
  process.umask(0o077);
}
