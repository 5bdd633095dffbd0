import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/server/embedded/migrate";
import { type Cluster, startCluster } from "@/server/embedded/postgres";
import { dropDatabase, prepareDatabase } from "@/server/embedded/prepare-database";
import { isAlive } from "@/server/supervisor/processes";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    template: string;
    ownerPassword: string;
    appPassword: string;
  }
}

/** One PostgreSQL and one migrated template for the whole run; each test file takes a copy of the template. */
export default async function globalSetup(project: TestProject) {
  const server = await testServer();
  const template = `candor_template_${randomBytes(4).toString("hex")}`;
  const passwords = { ownerPassword: "owner-of-test-data", appPassword: "app-of-test-data" };

  await prepareDatabase(server.superuserUrl, { name: template, ...passwords });
  const owner = new URL(server.superuserUrl);
  owner.username = "candor_owner";
  owner.password = passwords.ownerPassword;
  owner.pathname = `/${template}`;
  await migrate(owner.href);

  project.provide("superuserUrl", server.superuserUrl);
  project.provide("template", template);
  project.provide("ownerPassword", passwords.ownerPassword);
  project.provide("appPassword", passwords.appPassword);

  return async () => {
    await dropDatabase(server.superuserUrl, template);
    await server.stop();
  };
}

async function testServer(): Promise<{ superuserUrl: string; stop(): Promise<void> }> {
  const external = process.env.TEST_DATABASE_URL;
  if (external) return { superuserUrl: external, stop: async () => {} };

  await removeAbandoned();
  const dir = mkdtempSync(path.join(tmpdir(), `candor-test-${process.pid}-`));
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "200",
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

/** A run that was killed leaves its server running: the next run stops it. */
async function removeAbandoned() {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^candor-test-(\d+)-/.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    const dir = path.join(tmpdir(), name);
    if (existsSync(path.join(dir, "cluster", "postmaster.pid"))) await (await startCluster({ dir })).stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
