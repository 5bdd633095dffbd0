import { get } from "node:http";
import path from "node:path";
import { keepRunning, type Running } from "./keep-running";
import { isAlive } from "./processes";
import { command, type Prepared, prepare, stopDatabase } from "./start-steps";
import { takeSupervisorLock } from "./supervisor-lock";

/**
 * `npm start`: prepares everything in a process that ends, then only watches. It stays small in memory,
 * so it must import neither the database driver nor the page framework.
 */
const dataDir = path.resolve(process.env.CANDOR_DATA_DIR || ".data");
const development = process.argv.includes("--dev");
const processes: { web?: Running; worker?: Running } = {};
const stopping = new AbortController();

const lock = await takeSupervisorLock(dataDir);
if ("heldBy" in lock) {
  console.error(`Candor is already running with the data in ${dataDir} (process ${lock.heldBy}).`);
  process.exit(1);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

const preparing = prepare(development, stopping.signal);
const prepared = await preparing;
if (!stopping.signal.aborted) {
  if ("failed" in prepared) await stop(prepared.failed);
  else await run(prepared);
}

async function run(ready: Prepared) {
  const environment: NodeJS.ProcessEnv = {
    ...ready.variables,
    // Who serves people must not be able to change tables.
    DATABASE_OWNER_URL: undefined,
    NODE_ENV: development ? "development" : "production",
  };
  processes.web = keepRunning("web", command("web", development), environment);
  processes.worker = keepRunning("worker", command("worker", development), environment);
  if (ready.postmaster) watchDatabase(ready.postmaster, ready.databasePort);

  if (!(await answers(`http://${ready.reachable}/api/ready`))) return;
  const { demo, appUrl } = ready;
  const how = demo
    ? `sign in as therapist@harbor.test; the mail with the link is at ${appUrl}/dev/mail`
    : "sign in with the address you were invited by";
  console.log(`\n  ${appUrl} — ${how}\n  Ctrl-C stops everything; the next start keeps the data.\n`);
}

async function answers(address: string): Promise<boolean> {
  const started = Date.now();
  for (let told = false; !stopping.signal.aborted; ) {
    if ((await statusOf(address)) === 200) return true;
    if (!told && Date.now() - started > 20_000) {
      told = true;
      console.log("Still not ready after 20 s; it is tried again and again.");
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}

function statusOf(address: string): Promise<number | null> {
  return new Promise((resolve) => {
    const request = get(address, { timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
  });
}

function watchDatabase(postmaster: number, port: number) {
  let current = postmaster;
  const look = async () => {
    if (stopping.signal.aborted) return;
    if (!isAlive(current)) {
      console.error("PostgreSQL stopped; starting it again.");
      const again = await prepare(development, stopping.signal, port);
      if ("postmaster" in again && again.postmaster) current = again.postmaster;
    }
    setTimeout(look, 2_000).unref();
  };
  setTimeout(look, 2_000).unref();
}

/** Web first, so that nobody is cut off; then the worker; the database last. All within 15 seconds. */
async function stop(code: number) {
  if (stopping.signal.aborted) return;
  stopping.abort();
  if (code !== 0 && !processes.web) return leave(code);
  console.log("\nStopping …");
  await preparing;
  await processes.web?.stop(7_000);
  await processes.worker?.stop(4_500);
  await leave(code, "Stopped.");
}

async function leave(code: number, word = "") {
  await stopDatabase(dataDir);
  if (!("heldBy" in lock)) lock.release();
  if (word) console.log(word);
  process.exit(code);
}
