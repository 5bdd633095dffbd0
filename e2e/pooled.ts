import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/server/embedded/migrate";
import { freePort } from "@/server/embedded/ports";
import { startCluster } from "@/server/embedded/postgres";
import { dropDatabase, prepareDatabase } from "@/server/embedded/prepare-database";
import { startPgBouncer } from "@/test/pgbouncer";
import { test as base } from "./fixtures";

/** How many requests each web process got. */
export type Pooled = { served: number[] };

const databaseName = "pooled";

/**
 * Stories of an installation of its own: a database behind PgBouncer, two web processes whose requests take turns,
 * and two workers. A process of Playwright tells no other stories beside these, so its environment can be theirs.
 */
export const test = base.extend<object, { pooled: Pooled }>({
  pooled: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
    async ({}, use) => {
      const cluster = await startCluster({ dir: path.join(process.env.CANDOR_DATA_DIR ?? "", "postgres") });
      const superuserUrl = cluster.superuserUrl();
      const direct = withDatabase(process.env.DATABASE_URL);
      const owner = withDatabase(process.env.DATABASE_OWNER_URL);
      await prepareDatabase(superuserUrl, {
        name: databaseName,
        appPassword: passwordOf(direct),
        ownerPassword: passwordOf(owner),
      });
      await migrate(owner);
      const pooler = await startPgBouncer([direct, owner]);
      const ports = [await freePort(), await freePort()];
      const turns = await takeTurns(ports);
      Object.assign(process.env, {
        DATABASE_URL: pooler.through(direct),
        DATABASE_LISTEN_URL: direct,
        APP_URL: turns.origin,
      });
      const processes = [
        ...ports.map((port) => startProcess("web", { PORT: String(port) })),
        ...[1, 2].map(() => startProcess("worker")),
      ];
      await Promise.all(ports.map(untilReady));

      await use({ served: turns.served });

      await Promise.all(processes.map(killed));
      await turns.stop();
      await closeDatabase();
      await pooler.stop();
      await dropDatabase(superuserUrl, databaseName);
    },
    { scope: "worker", auto: true, timeout: 60_000 },
  ],
});

function withDatabase(url = ""): string {
  return Object.assign(new URL(url), { pathname: `/${databaseName}` }).href;
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}

/** Hands each request to the next of them. */
async function takeTurns(ports: readonly number[]) {
  const served = ports.map(() => 0);
  let turn = 0;
  const server: Server = createServer((asked, answer) => {
    const which = turn++ % ports.length;
    served[which] = (served[which] ?? 0) + 1;
    const { method, url: path, headers } = asked;
    const passed = request({ host: "127.0.0.1", port: ports[which], method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    served,
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function startProcess(name: "web" | "worker", environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [`dist/${name}.mjs`], {
    env: {
      ...process.env,
      DATABASE_OWNER_URL: undefined,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      ...environment,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function untilReady(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
