import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { migrate } from "@/server/embedded/migrate";
import { freePort } from "@/server/embedded/ports";
import { dropDatabase, grantConnect } from "@/server/embedded/prepare-database";
import { testDatabase } from "@/test/database";
import { runningSupervisor } from "./supervisor-lock";

const { ownerUrl, superuserUrl, url } = await testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "candor-start-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a process of ours from its source. It is over when nobody holds its output any more, whoever it had started. */
async function run(program: string, environment: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ["--import", "tsx", program, "--dev"], {
    env: { ...process.env, CANDOR_DATA_DIR: path.join(folder, "data"), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const [code] = await once(child, "close");
  return { code, output };
}

test("a port in use is said in a sentence, and nothing is left running", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, output } = await run("server/supervisor/start.ts", {
    PORT: String(port),
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
  });
  other.close();
  expect(code).toBe(1);
  expect(output.trim()).toBe(
    `Port ${port} is in use by another program. Stop it or choose another port: PORT=${port + 1} npm start`,
  );
  expect(await runningSupervisor(path.join(folder, "data"))).toBeNull();
  expect(existsSync(path.join(folder, "data", "postgres"))).toBe(false);
});

test("a second start applies what is new by itself, and keeps what is there", async () => {
  const name = `${new URL(url).pathname.slice(1)}_older`;
  const older = (from: string) => Object.assign(new URL(from), { pathname: `/${name}` }).href;
  await inDatabase(superuserUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template template0 owner candor_owner`);
    await grantConnect(sql, name);
  });
  try {
    const all = await migrate(older(ownerUrl), withoutTheLast());
    const kept = `insert into work.installation_authority values (gen_random_uuid(), true, '\\x00', '\\x00', now())`;
    await inDatabase(older(superuserUrl), (sql) => sql.unsafe(kept));

    const given = {
      DATABASE_URL: older(url),
      DATABASE_OWNER_URL: older(ownerUrl),
      CANDOR_DEMO: "0",
      PORT: String(await freePort()),
    };
    expect(await run("server/supervisor/prepare.ts", given)).toEqual({
      code: 0,
      output: "1 migrations applied.\n",
    });
    expect(await run("server/supervisor/prepare.ts", given)).toEqual({ code: 0, output: "" });

    const [found] = await inDatabase(
      older(superuserUrl),
      (sql) => sql`select (select count(*)::int from drizzle.__drizzle_migrations) as applied,
                          (select count(*)::int from work.installation_authority) as kept`,
    );
    expect(found).toEqual({ applied: all + 1, kept: 1 });
  } finally {
    await dropDatabase(superuserUrl, name);
  }
});

/** The migrations as the build before this one had them. */
function withoutTheLast(): string {
  const before = path.join(folder, "drizzle");
  cpSync("drizzle", before, { recursive: true });
  const journal = path.join(before, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, -1) }));
  expect(readdirSync(before).length).toBeGreaterThan(1);
  return before;
}

async function inDatabase<T>(address: string, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
