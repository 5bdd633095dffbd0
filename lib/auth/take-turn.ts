import { and, count as countRows, gt, inArray, lt, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { linkRequests } from "@/db/schema";
import type { Tx } from "@/lib/in-practice";
import { keyedHash } from "./hashes";
import { type LinkLimitRefusal, later, linkLifetime } from "./rules";
import { networkOf, type Visitor } from "./visitor";

/** As long as a link works: whoever finds that a stranger has asked too often has a link that still does. */
const period = linkLifetime;
/** Who asks at the same time may have read the clock a little later; what lies further ahead was counted by a wrong one. */
const ahead = 60_000;
const most = { address: 5, network: 100, misses: 100 };

/** Counts one request for a link, unless there were too many. Only asking is limited, never using what was sent. */
export async function takeTurn(
  tx: Tx,
  now: Date,
  visitor: Visitor,
  address: string,
): Promise<LinkLimitRefusal | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('auth.link_requests', 0))`);
  const keys = new Map([[keyedHash("address", address), most.address]]);
  if (visitor.ip) keys.set(keyedHash("network", networkOf(visitor.ip)), most.network);
  if (await isUsedUp(tx, now, keys)) return "too-many-links";
  await count(tx, now, [...keys.keys()]);
  return null;
}

/** Whether this network may still guess codes: a waiting room never misses so often, and its links work all the same. */
export async function hasMissesLeft(tx: Tx, now: Date, { ip }: Visitor): Promise<boolean> {
  if (!ip) return true;
  const key = missesFrom(ip);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 2))`);
  return !(await isUsedUp(tx, now, new Map([[key, most.misses]])));
}

export async function countMiss(tx: Tx, now: Date, { ip }: Visitor): Promise<void> {
  if (ip) await count(tx, now, [missesFrom(ip)]);
}

const missesFrom = (ip: string) => keyedHash("misses", networkOf(ip));

async function isUsedUp(tx: Tx, now: Date, keys: Map<string, number>): Promise<boolean> {
  const counted = await tx
    .select({ key: linkRequests.keyHash, requests: countRows() })
    .from(linkRequests)
    .where(
      and(
        inArray(linkRequests.keyHash, [...keys.keys()]),
        gt(linkRequests.requestedAt, later(now, -period)),
        lt(linkRequests.requestedAt, later(now, ahead)),
      ),
    )
    .groupBy(linkRequests.keyHash);
  return counted.some(({ key, requests }) => requests >= (keys.get(key) ?? 0));
}

async function count(tx: Tx, now: Date, keys: readonly string[]): Promise<void> {
  await tx.insert(linkRequests).values(keys.map((keyHash) => ({ id: uuid(), keyHash, requestedAt: now })));
}
