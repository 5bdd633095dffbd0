import { chownSync, statSync } from "node:fs";
import path from "node:path";
import { runToEnd } from "@/server/supervisor/processes";
import type { ClusterFolder } from "./postgres-folder";

export type Identity = { prefix: string[]; uid?: number; gid?: number };

/** Told to the operator as it is. */
export class DatabaseWillNotStart extends Error {
  override name = "DatabaseWillNotStart";
}

const nobody = 65534;
const inNamespace = ["unshare", "--user", `--map-user=${nobody}`, `--map-group=${nobody}`];

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is "nobody" to PostgreSQL and still
 * reaches its files wherever they are. Where namespaces are forbidden (many containers), a new database is
 * given to "nobody", which works in folders that others may enter. A database always stays its owner's.
 */
export async function postgresIdentity(folder: ClusterFolder, programs: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const data = statSync(folder.data, { throwIfNoEntry: false });
  if (data && data.uid !== 0) return { prefix: [], uid: data.uid, gid: data.gid };
  if (await namespacesAllowed()) return { prefix: inNamespace };

  const closed = [folder.root, programs].flatMap(foldersAbove).find(isClosed);
  if (data || closed) {
    const why = closed ? `other users cannot enter ${closed}` : `the database in ${folder.data} is root's`;
    throw new DatabaseWillNotStart(
      `PostgreSQL does not run as root, this system allows no user namespaces, and ${why}. Start as a normal user, move the project to a folder others may enter, or set DATABASE_URL and DATABASE_OWNER_URL.`,
    );
  }
  chownSync(folder.root, nobody, nobody);
  return { prefix: [], uid: nobody, gid: nobody };
}

async function namespacesAllowed(): Promise<boolean> {
  const [unshare = "", ...mapping] = inNamespace;
  const tried = await runToEnd(unshare, [...mapping, "true"]).catch(() => null);
  return tried?.code === 0;
}

function foldersAbove(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

function isClosed(folder: string): boolean {
  return (statSync(folder).mode & 0o001) === 0;
}
