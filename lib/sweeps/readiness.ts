import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { database } from "@/db/client";
import { env } from "@/lib/env";
import { isReady, type Migrations } from "./rules";

type Waiting = { count: number; oldestSeconds: number };
type ReadinessReport = {
  ready: boolean;
  database: boolean;
  migrations: Migrations;
  clockOffsetSeconds: number | null;
  unsealed: Waiting | null;
  unsent: Waiting | null;
  /** Documents that could not be sealed so far. */
  failing: number | null;
  /** Messages a mailbox refused for good, and after which nothing reached that person. */
  refused: number | null;
  /** Practices whose trail could not be signed. */
  unsigned: number | null;
  diskFreeBytes: number;
};

const freshFor = 1_000;
let asked = 0;
let last: Promise<ReadinessReport> | undefined;

/** Whether this installation can serve, with the numbers an operator watches; at most one look a second. */
export function readiness(): Promise<ReadinessReport> {
  if (!last || Date.now() - asked >= freshFor) {
    asked = Date.now();
    last = look();
  }
  return last;
}

async function look(): Promise<ReadinessReport> {
  const { bavail, bsize } = await statfs(existsSync(env().dataDir) ? env().dataDir : ".");
  const diskFreeBytes = bavail * bsize;
  const expected = newestMigration();
  try {
    const sql = database();
    const [work] = await sql`select * from work.readiness()`;
    const [state] = await sql`
      select (select max(created_at) from drizzle.__drizzle_migrations) as newest,
             extract(epoch from clock_timestamp()) as now`;
    const migrations = Number(state?.newest ?? 0) >= expected ? "applied" : "missing";
    return {
      ready: isReady({ migrations, diskFreeBytes }),
      database: true,
      migrations,
      clockOffsetSeconds: Math.round(Date.now() / 1000 - Number(state?.now)),
      unsealed: {
        count: Number(work?.unsealed_count),
        oldestSeconds: Math.round(Number(work?.oldest_unsealed)),
      },
      unsent: { count: Number(work?.unsent_count), oldestSeconds: Math.round(Number(work?.oldest_unsent)) },
      failing: Number(work?.failing),
      refused: Number(work?.refused),
      unsigned: Number(work?.unsigned),
      diskFreeBytes,
    };
  } catch {
    const nothing = { unsealed: null, unsent: null, failing: null, refused: null, unsigned: null };
    const unknown = { migrations: "unknown", clockOffsetSeconds: null, ...nothing } as const;
    return { ready: false, database: false, ...unknown, diskFreeBytes };
  }
}

/** When the last migration this build knows was made: Drizzle records the same number as applied. */
function newestMigration(): number {
  const journal = path.resolve("drizzle", "meta", "_journal.json");
  const { entries } = parseJournal(readFileSync(journal, "utf8"));
  return entries.at(-1)?.when ?? 0;
}

/** The file is generated with the migrations; its shape is known. */
function parseJournal(text: string) {
  return JSON.parse(text) as { entries: { when: number }[] };
}
