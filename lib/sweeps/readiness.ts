import { readFileSync } from "node:fs";
import path from "node:path";
import { database } from "@/db/client";
import { env } from "@/lib/env";
import { diskSpace } from "./disk-space";
import { type Migrations, type NotReady, whyNotReady } from "./rules";

type Waiting = { count: number; oldestSeconds: number };
type ReadinessReport = {
  ready: boolean;
  because: (NotReady | "database")[];
  /** What will turn people away if nobody does something about it. */
  warnings: "disk"[];
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
  /** Practices whose history too few witnesses have confirmed for an hour. */
  unwitnessed: number | null;
  /** Practices of which a witness has seen another history. */
  contradicted: number | null;
  diskFreeBytes: number;
  diskFreePercent: number;
};

const freshFor = 1_000;
let asked = 0;
let last: Promise<ReadinessReport> | undefined;

/** Whether this installation can serve, with the numbers an operator watches; at most one look a second. */
export function readiness(): Promise<ReadinessReport> {
  // A clock that is set back would make the last look fresh for as long as it was ahead.
  if (!last || Math.abs(Date.now() - asked) >= freshFor) {
    asked = Date.now();
    last = look();
  }
  return last;
}

async function look(): Promise<ReadinessReport> {
  const { freeBytes: diskFreeBytes, freePercent: diskFreePercent } = await diskSpace();
  const warnings = diskFreePercent < env().diskWarnPercent ? ["disk" as const] : [];
  const disk = { diskFreeBytes, diskFreePercent };
  const expected = newestMigration();
  try {
    const sql = database();
    const [work] = await sql`select * from work.readiness(), work.witnessing()`;
    const [state] = await sql`
      select (select max(created_at) from drizzle.__drizzle_migrations) as newest,
             extract(epoch from clock_timestamp()) as now`;
    const migrations = Number(state?.newest ?? 0) >= expected ? "applied" : "missing";
    const clockOffsetSeconds = Math.round(Date.now() / 1000 - Number(state?.now));
    const because = whyNotReady({ migrations, diskFreeBytes, clockOffsetSeconds });
    return {
      ready: because.length === 0,
      because,
      warnings,
      database: true,
      migrations,
      clockOffsetSeconds,
      unsealed: {
        count: Number(work?.unsealed_count),
        oldestSeconds: Math.round(Number(work?.oldest_unsealed)),
      },
      unsent: { count: Number(work?.unsent_count), oldestSeconds: Math.round(Number(work?.oldest_unsent)) },
      failing: Number(work?.failing),
      refused: Number(work?.refused),
      unsigned: Number(work?.unsigned),
      unwitnessed: Number(work?.unwitnessed),
      contradicted: Number(work?.contradicted),
      ...disk,
    };
  } catch {
    const waiting = { unsealed: null, unsent: null, failing: null, refused: null };
    const ofTrails = { unsigned: null, unwitnessed: null, contradicted: null };
    const unknown = { migrations: "unknown", clockOffsetSeconds: null, ...waiting, ...ofTrails } as const;
    return { ready: false, because: ["database"], warnings, database: false, ...unknown, ...disk };
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
