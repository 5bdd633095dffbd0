import { readFileSync } from "node:fs";
import path from "node:path";
import { closeDatabase } from "@/db/client";
import { BadEnvironment } from "@/lib/env";
import { appIsBuilt, buildApp } from "@/scripts/build-app";
import { describeInstallation, type Installation, startDatabase } from "@/server/embedded/installation";
import { migrate } from "@/server/embedded/migrate";
import { portIsFree } from "@/server/embedded/ports";
import { DatabaseWillNotStart } from "@/server/embedded/postgres-identity";
import { dropDatabase } from "@/server/embedded/prepare-database";

/** Everything `npm start` does before the two processes run, in a process that ends and frees its memory. */
const development = process.argv.includes("--dev");
const databasePort = Number(process.argv.find((word) => word.startsWith("--database-port="))?.split("=")[1]);

/** A database half started cannot be left alone: whoever stops us would not see it yet. */
let startingDatabase = false;
let stopAsked = false;
process.on("SIGTERM", () => {
  stopAsked = true;
  if (!startingDatabase) process.exit(1);
});

try {
  await (databasePort ? onlyDatabase(databasePort) : everything());
} catch (error) {
  const expected = error instanceof BadEnvironment || error instanceof DatabaseWillNotStart;
  console.error(expected ? `Candor cannot start:\n${error.message}` : error);
  process.exitCode = 1;
}
// What the demo opened (a pool of connections) would keep this process alive.
process.exit();

async function everything() {
  const installation = describeInstallation(process.env);
  const { port, host, demo } = installation.env;
  if (!(await portIsFree(port, host))) {
    console.error(
      `Port ${port} is in use by another program. Stop it or choose another port: PORT=${port + 1} npm start`,
    );
    process.exit(1);
  }
  const postmaster = installation.embedded ? await embeddedDatabase(installation) : null;
  await applyMigrations(installation);
  Object.assign(process.env, installation.variables);
  // Making the demo keeps one processor busy, so a build need not wait for it; none is left behind if it fails.
  const building = development || appIsBuilt() ? 0 : buildApp(installation.variables);
  if (demo) await firstDemo(installation).finally(() => building);
  if ((await building) !== 0) {
    process.exitCode = 1;
    return;
  }
  await report(installation, postmaster);
}

async function onlyDatabase(port: number) {
  const installation = describeInstallation(process.env);
  await report(installation, await embeddedDatabase(installation, port));
}

async function embeddedDatabase(installation: Installation, port?: number): Promise<number> {
  const started = Date.now();
  startingDatabase = true;
  const cluster = await startDatabase(installation, port);
  startingDatabase = false;
  if (stopAsked) process.exit(1);
  const folder = path.join(installation.env.dataDir, "postgres");
  const how = cluster.adopted
    ? "found running"
    : `started in ${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(`PostgreSQL ${how}, data in ${path.relative(process.cwd(), folder) || folder}`);
  return Number(readFileSync(path.join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function applyMigrations({ variables }: Installation) {
  const owner = variables.DATABASE_OWNER_URL;
  if (!owner) {
    console.log("DATABASE_OWNER_URL is not set: migrations are left to you.");
    return;
  }
  const applied = await migrate(owner);
  if (applied > 0) console.log(`${applied} migrations applied.`);
}

/** The demo is made once. One that was interrupted while it was made is thrown away and made anew. */
async function firstDemo(installation: Installation) {
  const { loadDemo, isDemoBegun, isDemoComplete } = await import("@/demo/load");
  if (isDemoComplete()) return;
  if (installation.embedded && (await isDemoBegun())) await emptyDatabase(installation);

  let told = Date.now();
  await loadDemo((done, total) => {
    if (Date.now() - told < 5_000 && done > 1) return;
    told = Date.now();
    console.log(`Making the demo practices: ${done} of ${total} things that happened there …`);
  });
}

async function emptyDatabase(installation: Installation) {
  await closeDatabase();
  const cluster = await startDatabase(installation);
  await dropDatabase(cluster.superuserUrl(), "candor");
  await startDatabase(installation);
  await applyMigrations(installation);
}

function report({ env, variables }: Installation, postmaster: number | null): Promise<void> {
  const here = ["0.0.0.0", "::"].includes(env.host) ? "127.0.0.1" : env.host;
  const prepared = {
    variables,
    appUrl: env.appUrl,
    reachable: `${here.includes(":") ? `[${here}]` : here}:${env.port}`,
    demo: env.demo,
    postmaster,
    databasePort: Number(URL.parse(variables.DATABASE_URL ?? "")?.port),
  };
  return new Promise((resolve, reject) =>
    process.send
      ? process.send(prepared, (error: Error | null) => (error ? reject(error) : resolve()))
      : resolve(),
  );
}
