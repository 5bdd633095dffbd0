import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/server/embedded/ports";

/** How many connections to PostgreSQL all clients together get: few, so that their transactions take turns on them. */
const servers = 6;

/** Debian's PgBouncer before this database, in transaction mode; `through` says an address that leads through it. */
export async function startPgBouncer(urls: readonly string[]) {
  const program = ["pgbouncer", "/usr/sbin/pgbouncer"].find((one) => !spawnSync(one, ["--version"]).error);
  if (!program) throw new Error("pgbouncer is missing. On Debian: apt-get install pgbouncer");
  const folder = mkdtempSync(path.join(tmpdir(), "candor-pgbouncer-"));
  // It does not run as root, and whoever it runs as then has to read its settings.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(folder, 0o755);
  const port = await freePort();
  writeFileSync(path.join(folder, "users.txt"), urls.map(user).join("\n"));
  writeFileSync(path.join(folder, "pgbouncer.ini"), settings(new URL(urls[0] ?? ""), port, folder));
  const child = spawn(program, [...(isRoot ? ["-u", "nobody"] : []), path.join(folder, "pgbouncer.ini")], {
    stdio: "ignore",
  });
  await listening(child, port);
  return {
    through: (url: string) => Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(port) }).href,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function user(url: string): string {
  const { username, password } = new URL(url);
  return `"${username}" "${decodeURIComponent(password)}"`;
}

function settings({ hostname, port }: URL, ownPort: number, folder: string): string {
  return `[databases]
* = host=${hostname} port=${port || 5432}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
unix_socket_dir =
auth_type = trust
auth_file = ${path.join(folder, "users.txt")}
pool_mode = transaction
default_pool_size = ${servers}
max_client_conn = 200
server_round_robin = 1
`;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with code ${child.exitCode}`);
    const socket = connect(port, "127.0.0.1");
    const reached = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (reached) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("pgbouncer does not listen");
}
