import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { openInstallation } from "@/server/embedded/installation";
import { installationSecrets } from "@/server/embedded/installation-secrets";
import { freePort } from "@/server/embedded/ports";
import { familyOf, listProcesses, sumOf, type Usage } from "./processes";

const dataDir = path.resolve("bench/results/data");
const mostSecondsToReady = 600;

export type Part = "web" | "worker" | "supervisor" | "postgres";

/** The built product as `npm start` runs it, on a port and a data folder of its own, without the demo's people. */
export type Installation = {
  origin: string;
  /** Seconds from `npm start` to the first 200 of /api/ready. */
  start(): Promise<number>;
  stop(): Promise<void>;
  usage(): Record<Part, Usage>;
};

export async function benchInstallation(keepsData: boolean): Promise<Installation> {
  if (!keepsData) rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let supervisor: ChildProcess | null = null;

  async function start() {
    setEnvironment(origin);
    const began = performance.now();
    const child = spawn(process.execPath, ["scripts/start.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
    supervisor = child;
    while (!(await isReady(origin))) {
      if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
      if (performance.now() - began > mostSecondsToReady * 1_000) throw new Error("The server is not ready.");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return (performance.now() - began) / 1_000;
  }

  async function stop() {
    const child = supervisor;
    supervisor = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  function usage() {
    const all = listProcesses();
    const children = all.filter(({ parent }) => parent === supervisor?.pid);
    const named = (part: string) => children.filter(({ command }) => command.includes(`dist/${part}.mjs`));
    return {
      web: sumOf(named("web").flatMap(({ pid }) => familyOf(pid, all))),
      worker: sumOf(named("worker").flatMap(({ pid }) => familyOf(pid, all))),
      supervisor: sumOf(all.filter(({ pid }) => pid === supervisor?.pid)),
      postgres: sumOf(familyOf(postmaster(), all)),
    };
  }
  return { origin, start, stop, usage };
}

/** Makes this process one of the installation: the same secrets, the same database, its operations at hand. */
export async function enterInstallation({ origin }: Installation): Promise<void> {
  setEnvironment(origin);
  await openInstallation();
  env();
}

/** Nothing of what the person running this has set for another installation; nor a database address of before. */
export function setEnvironment(origin: string) {
  const { authSecret, masterKey } = installationSecrets(dataDir);
  const { hostname, port } = new URL(origin);
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "SMTP_URL", "TSA_URL", "CANDOR_TRUST_PROXY"])
    delete process.env[name];
  Object.assign(process.env, {
    HOST: hostname,
    PORT: port,
    APP_URL: origin,
    CANDOR_DATA_DIR: dataDir,
    CANDOR_DEMO: "0",
    AUTH_SECRET: authSecret,
    CANDOR_MASTER_KEY: masterKey,
    NEXT_TELEMETRY_DISABLED: "1",
  });
}

function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/ready`).then(
    (response) => response.status === 200,
    () => false,
  );
}

function postmaster(): number {
  const file = path.join(dataDir, "postgres", "cluster", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}
