import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { dropDatabase, grantConnect, quoteName } from "@/server/embedded/prepare-database";

export type TestDatabase = {
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  /** Runs what only a superuser can: past policies, grants, triggers and foreign keys. */
  asSuperuser: (statement: string) => Promise<void>;
};

// A worker keeps its modules from file to file, and with them its secrets, its folder and its database.
let shared: Promise<TestDatabase> | undefined;
let dataDir: string | undefined;

/**
 * A migrated database, the same for every file this worker runs: each makes practices of its own in it.
 * DATABASE_URL and the secrets of the environment are set for it. Call it once, at the top of the file.
 */
export async function testDatabase(): Promise<TestDatabase> {
  shared ??= copyOfTemplate(newName(), inject("template"));
  return inEnvironment(await shared);
}

/** A database of the calling file's own, dropped when it ends: for what looks, or changes something, across practices. */
export async function ownDatabase(template = inject("template")): Promise<TestDatabase> {
  const name = newName();
  const database = await copyOfTemplate(name, template);
  afterAll(async () => {
    await closeDatabase();
    await dropDatabase(inject("superuserUrl"), name);
  });
  return inEnvironment(database);
}

function newName(): string {
  return `${inject("template")}_${randomBytes(6).toString("hex")}`;
}

async function copyOfTemplate(name: string, template: string): Promise<TestDatabase> {
  const server = inject("superuserUrl");
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${quoteName(name)} template ${quoteName(template)} owner candor_owner`);
    await grantConnect(sql, name);
  } finally {
    await sql.end({ timeout: 5 });
  }
  const superuserUrl = urlFor(server, name);
  return {
    url: urlFor(server, name, "candor_app", inject("appPassword")),
    ownerUrl: urlFor(server, name, "candor_owner", inject("ownerPassword")),
    superuserUrl,
    asSuperuser: (statement: string) => runAsSuperuser(superuserUrl, statement),
  };
}

function inEnvironment(database: TestDatabase): TestDatabase {
  dataDir ??= mkdtempSync(path.join(inject("dataDirs"), "worker-"));
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_OWNER_URL = database.ownerUrl;
  process.env.AUTH_SECRET ??= randomBytes(32).toString("base64");
  process.env.CANDOR_MASTER_KEY ??= randomBytes(32).toString("base64");
  process.env.APP_URL ??= "http://localhost:3000";
  process.env.CANDOR_DATA_DIR = dataDir;
  return database;
}

async function runAsSuperuser(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`set session_replication_role = replica; ${statement}`);
    // Behind the triggers' back the list of what is owed is not kept.
    await sql.unsafe(
      "delete from work.owed; insert into work.owed (kind, practice_id, id, due_at) select * from work.missing(null)",
    );
  } finally {
    await sql.end();
  }
}

function urlFor(server: string, database: string, username?: string, password?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (username) url.username = username;
  if (password) url.password = password;
  return url.href;
}
