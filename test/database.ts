import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { dropDatabase, grantConnect, quoteName } from "@/server/embedded/prepare-database";

export type TestDatabase = {
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  /** Runs what only a superuser can: past policies, grants, triggers and foreign keys. */
  asSuperuser: (statement: string) => Promise<void>;
};

/**
 * A database of its own for the calling test file, made from the migrated template and dropped when the file
 * ends. DATABASE_URL and the secrets of the environment are set for it. Call it once, at the top of the file.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `candor_test_${randomBytes(6).toString("hex")}`;
  const server = inject("superuserUrl");
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(
      `create database ${quoteName(name)} template ${quoteName(inject("template"))} owner candor_owner`,
    );
    await grantConnect(sql, name);
  } finally {
    await sql.end({ timeout: 5 });
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), "candor-data-"));
  afterAll(async () => {
    rmSync(dataDir, { recursive: true, force: true });
    await dropDatabase(server, name);
  });

  const superuserUrl = urlFor(server, name);
  const database = {
    url: urlFor(server, name, "candor_app", inject("appPassword")),
    ownerUrl: urlFor(server, name, "candor_owner", inject("ownerPassword")),
    superuserUrl,
    asSuperuser: (statement: string) => runAsSuperuser(superuserUrl, statement),
  };
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
