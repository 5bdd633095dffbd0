import { existsSync, mkdirSync, realpathSync } from "node:fs";
import path from "node:path";

export type ClusterFolder = { root: string; data: string; password: string; log: string; startLock: string };

export function clusterFolder(dir: string): ClusterFolder {
  if (!existsSync(dir)) mkdirSync(dir, { recursive: true, mode: 0o700 });
  const root = realpathSync(dir);
  return {
    root,
    data: path.join(root, "cluster"),
    password: path.join(root, "superuser-password"),
    log: path.join(root, "server.log"),
    startLock: path.join(root, "start.lock"),
  };
}
