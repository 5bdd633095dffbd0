import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "@/server/embedded/migrate";
import { type Cluster, startCluster } from "@/server/embedded/postgres";
import { dropDatabase, prepareDatabase } from "@/server/embedded/prepare-database";
import { abandonedFolders, fastFolder } from "./fast-folder";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    template: string;
    ownerPassword: string;
    appPassword: string;
    /** Below it each worker makes its data folder. */
    dataDirs: string;
  }
}

/** One PostgreSQL and one migrated template for the whole run; databases for tests are copies of the template. */
export default async function globalSetup(project: TestProject) {
  const server = await testServer();
  const template = `candor_test_${randomBytes(4).toString("hex")}`;
  const passwords = { ownerPassword: "owner-of-test-data", appPassword: "app-of-test-data" };

  await prepareDatabase(server.superuserUrl, { name: template, ...passwords });
  const owner = new URL(server.superuserUrl);
  owner.username = "candor_owner";
  owner.password = passwords.ownerPassword;
  owner.pathname = `/${template}`;
  await migrate(owner.href);

  const dataDirs = mkdtempSync(path.join(tmpdir(), "candor-data-"));
  project.provide("superuserUrl", server.superuserUrl);
  project.provide("template", template);
  project.provide("ownerPassword", passwords.ownerPassword);
  project.provide("appPassword", passwords.appPassword);
  project.provide("dataDirs", dataDirs);

  return async () => {
    rmSync(dataDirs, { recursive: true, force: true });
    await server.stop(template);
  };
}

type TestServer = { superuserUrl: string; stop(template: string): Promise<void> };

async function testServer(): Promise<TestServer> {
  const external = process.env.TEST_DATABASE_URL;
  if (external) return { superuserUrl: external, stop: (template) => dropCopies(external, template) };

  await removeAbandoned();
  const dir = fastFolder("test");
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
    max_wal_size: "256MB",
  };
  const cluster: Cluster = await startCluster({ dir, settings });
  return {
    superuserUrl: cluster.superuserUrl(),
    stop: async () => {
      await cluster.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The template and every copy of it: one that a worker kept for its files is nobody's to drop before. */
async function dropCopies(superuserUrl: string, template: string) {
  const sql = postgres(superuserUrl, { max: 1 });
  const copies = await sql<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, ${template})`;
  await sql.end();
  for (const { name } of copies) await dropDatabase(superuserUrl, name);
}

/** A run that was killed leaves its server running: the next run stops it. */
async function removeAbandoned() {
  for (const folder of abandonedFolders("test")) {
    if (existsSync(path.join(folder, "cluster", "postmaster.pid")))
      await (await startCluster({ dir: folder })).stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
