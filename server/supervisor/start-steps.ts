import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Variables } from "@/lib/env";
import { clusterFolder } from "@/server/embedded/postgres-folder";
import { postgresProgram } from "@/server/embedded/postgres-program";

export type Prepared = {
  variables: Variables;
  appUrl: string;
  /** Where this machine reaches the server, whatever address people use. */
  reachable: string;
  demo: boolean;
  postmaster: number | null;
  databasePort: number;
};

/** Room for new objects. With 2 MB a sixth of the answering and a fifth of the sealing went into collecting them. */
const youngMegabytes = 16;

const programs = {
  web: "server/web.ts",
  worker: "server/worker.ts",
  prepare: "server/supervisor/prepare.ts",
};

/** How a process of ours is started: compiled, or from its source while developing. */
export function command(name: keyof typeof programs, development: boolean): string[] {
  return development
    ? [process.execPath, "--import", "tsx", programs[name]]
    : [process.execPath, `--max-semi-space-size=${youngMegabytes}`, `dist/${name}.mjs`];
}

/** Runs `server/supervisor/prepare.ts` to its end; it has already told the person what failed. */
export function prepare(
  development: boolean,
  signal: AbortSignal,
  onlyDatabaseAt?: number,
): Promise<Prepared | { failed: number }> {
  const [program = "", ...args] = command("prepare", development);
  if (development) args.push("--dev");
  if (onlyDatabaseAt) args.push(`--database-port=${onlyDatabaseAt}`);
  const child = spawn(program, args, { detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  // The group, because a build has children of its own.
  const stop = () =>
    child.pid && process.platform !== "win32" ? process.kill(-child.pid, "SIGTERM") : child.kill();
  signal.addEventListener("abort", stop);

  return new Promise((resolve) => {
    let prepared: Prepared | null = null;
    child.on("message", (message) => {
      prepared = fromPrepare(message);
    });
    child.on("close", (code) => {
      signal.removeEventListener("abort", stop);
      resolve(prepared && code === 0 ? prepared : { failed: code || 1 });
    });
  });
}

/** Stops the embedded database if one runs in this data folder. */
export async function stopDatabase(dataDir: string) {
  const dir = path.join(dataDir, "postgres");
  if (!existsSync(path.join(dir, "cluster", "postmaster.pid"))) return;
  const folder = clusterFolder(dir);
  const program = await postgresProgram(folder);
  await program
    .pgCtl(["-D", folder.data, "-m", "fast", "-w", "-t", "3", "stop"], { ifRunning: true })
    .catch((error: Error) => console.error(error.message));
}

/** Our own child sends exactly this, over a channel nobody else has. */
function fromPrepare(message: unknown) {
  return message as Prepared;
}
