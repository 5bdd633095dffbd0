import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { waitForLock } from "@/server/supervisor/lock";
import { freePort } from "./ports";
import { type ClusterFolder, clusterFolder } from "./postgres-folder";
import { type PostgresProgram, postgresProgram } from "./postgres-program";
import { runningServer } from "./postgres-running";

export type Cluster = {
  port: number;
  superuserUrl(database?: string): string;
  stop(): Promise<void>;
  /** True when the server was already running and was taken over as it was. */
  adopted: boolean;
};

export type ClusterOptions = { dir: string; port?: number; settings?: Record<string, string> };

/** Log lines of errors would carry values out of statements, so errors go to the caller only. */
const quietLog = { log_min_messages: "log", log_checkpoints: "off", log_error_verbosity: "terse" };

/**
 * Starts PostgreSQL in `dir`, making it first if need be, or adopts the one that still runs there.
 * The caller decides about `stop()`: an adopted server may be serving somebody else.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = clusterFolder(options.dir);
  mkdirSync(folder.root, { recursive: true, mode: 0o700 });
  const lock = await waitForLock(folder.startLock, 60_000);
  try {
    const program = await postgresProgram(folder);
    const password = readOrMakePassword(program, folder);
    if (!existsSync(path.join(folder.data, "PG_VERSION")))
      await initialise(program, folder, options.settings?.fsync);

    const running = await runningServer(program, folder, password);
    if (running) return cluster(program, folder, password, running.port, true);

    const port = await startServer(program, folder, options);
    return cluster(program, folder, password, port, false);
  } finally {
    lock.release();
  }
}

function cluster(
  program: PostgresProgram,
  folder: ClusterFolder,
  password: string,
  port: number,
  adopted: boolean,
): Cluster {
  return {
    port,
    adopted,
    superuserUrl: (database = "postgres") => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await program.pgCtl(["-D", folder.data, "-m", "fast", "-w", "-t", "12", "stop"], { ifRunning: true });
    },
  };
}

function readOrMakePassword(program: PostgresProgram, folder: ClusterFolder): string {
  if (!existsSync(folder.password)) program.write(folder.password, randomBytes(24).toString("hex"));
  chmodSync(folder.password, 0o600);
  return readFileSync(folder.password, "utf8").trim();
}

/** Made aside and renamed, so that an interrupted first start leaves nothing half made. */
async function initialise(program: PostgresProgram, folder: ClusterFolder, fsync = "on") {
  const unfinished = `${folder.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await program.initdb([
    `--pgdata=${unfinished}`,
    `--pwfile=${folder.password}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--no-locale",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(fsync === "off" ? ["--no-sync"] : []),
  ]);
  appendFileSync(path.join(unfinished, "postgresql.conf"), "include_if_exists = 'candor.conf'\n");
  renameSync(unfinished, folder.data);
}

async function startServer(program: PostgresProgram, folder: ClusterFolder, options: ClusterOptions) {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const settings = {
      listen_addresses: "127.0.0.1",
      port: String(port),
      unix_socket_directories: "",
      ...quietLog,
      ...options.settings,
    };
    program.write(path.join(folder.data, "candor.conf"), configuration(settings));
    try {
      await program.pgCtl(["-D", folder.data, "-l", folder.log, "-w", "-t", "60", "start"]);
      return port;
    } catch (error) {
      // Another program may take a free port between our asking and the server's binding.
      if (options.port || attempt === 3) throw error;
    }
  }
}

function configuration(settings: Record<string, string>): string {
  const line = ([name, value]: [string, string]) => `${name} = '${value.replaceAll("'", "''")}'\n`;
  return Object.entries(settings).map(line).join("");
}
