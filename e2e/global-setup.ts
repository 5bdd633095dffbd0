import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { findChromium } from "@/scripts/chromium";
import { describeInstallation, startDatabase } from "@/server/embedded/installation";
import { freePort } from "@/server/embedded/ports";
import { openMemory } from "@/server/witness/memory";
import { abandonedFolders, fastFolder } from "@/test/fast-folder";
import { witnessKey } from "@/verifier/trail/cosignature";

/**
 * Starts the whole product the way a person does, with data of its own. The stories inherit its environment:
 * APP_URL to visit, DATABASE_URL and DATABASE_OWNER_URL to arrange what a story begins with.
 */
export default async function globalSetup() {
  process.env.CANDOR_CHROMIUM = findChromium();
  removeAbandoned();
  const dataDir = fastFolder("e2e");
  const port = await freePort();
  const own = {
    CANDOR_DATA_DIR: dataDir,
    CANDOR_DISK_WARNING: "0",
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    ...(await offeredWitness(path.join(dataDir, "witness"))),
  };
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...inherited } = process.env;

  const app = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...inherited, ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    await stopped(app);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(app);
    const installation = describeInstallation({ ...inherited, ...own });
    await startDatabase(installation);
    Object.assign(process.env, installation.variables, { STORY_WITNESS: own.STORY_WITNESS });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** A witness that practices may choose, and that a story runs (`e2e/witness.ts`). */
async function offeredWitness(folder: string) {
  const memory = await openMemory(folder, "chamber.example/witness");
  memory.close();
  const address = `http://127.0.0.1:${await freePort()}`;
  return { STORY_WITNESS: folder, CANDOR_WITNESSES: `${witnessKey(memory.witness)} ${address}` };
}

/** What still runs in one is left to whoever killed its run halfway. */
function removeAbandoned() {
  for (const folder of abandonedFolders("e2e"))
    if (!existsSync(path.join(folder, "postgres", "cluster", "postmaster.pid")))
      rmSync(folder, { recursive: true, force: true });
}

function ready(app: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    app.stdout?.on("data", (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
      if (output.includes("Ctrl-C stops everything")) resolve();
    });
    app.on("exit", (code) => reject(new Error(`npm start ended with ${code} before it was ready.`)));
  });
}

function stopped(app: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (app.exitCode !== null || app.signalCode !== null) return resolve();
    app.once("exit", () => resolve());
    app.kill("SIGTERM");
  });
}
