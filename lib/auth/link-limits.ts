import { and, count as countRows, eq, gt, lt, max, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { linkRequests } from "@/db/schema";
import type { Tx } from "@/lib/in-practice";
import { keyedHash } from "./hashes";
import { type Asked, day, type LinkLimitRefusal, later, linkLifetime, whyNotAsk } from "./rules";
import { askerOf, networkOf, type Visitor } from "./visitor";

/** Who asks at the same time may have read the clock a little later; what lies further ahead was counted by a wrong one. */
const ahead = 60_000;
const mostMissesOfNetwork = 100;

/** Counts one request for a link, unless there were too many. Only asking is limited, never using what was sent. */
export async function countLinkRequest(
  tx: Tx,
  now: Date,
  visitor: Visitor,
  email: string,
): Promise<LinkLimitRefusal | null> {
  const network = visitor.ip ? keyedHash("network", networkOf(visitor.ip)) : null;
  const address = keyedHash("address", email);
  const asker = askerOf(visitor, email);
  // Always in this order, so that no two wait for each other; whoever shares neither waits for nobody.
  if (network) await lock(tx, network);
  await lock(tx, address);
  const refusal = whyNotAsk({
    address: await askedUnder(tx, now, address),
    asker: await askedUnder(tx, now, asker),
    network: network ? await askedUnder(tx, now, network) : null,
  });
  if (refusal) return refusal;
  await count(tx, now, [address, asker, ...(network ? [network] : [])]);
  return null;
}

/** Whether this network may still guess codes: a waiting room never misses so often, and its links work all the same. */
export async function hasMissesLeft(tx: Tx, now: Date, { ip }: Visitor): Promise<boolean> {
  if (!ip) return true;
  const key = missesFrom(ip);
  await lock(tx, key);
  return (await askedUnder(tx, now, key)).lately < mostMissesOfNetwork;
}

export async function countMiss(tx: Tx, now: Date, { ip }: Visitor): Promise<void> {
  if (ip) await count(tx, now, [missesFrom(ip)]);
}

const missesFrom = (ip: string) => keyedHash("misses", networkOf(ip));

async function lock(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

async function askedUnder(tx: Tx, now: Date, key: string): Promise<Asked> {
  const [asked] = await tx
    .select({
      today: countRows(),
      lately: countRows(sql`case when ${gt(linkRequests.requestedAt, later(now, -linkLifetime))} then 1 end`),
      last: max(linkRequests.requestedAt),
    })
    .from(linkRequests)
    .where(
      and(
        eq(linkRequests.keyHash, key),
        gt(linkRequests.requestedAt, later(now, -day)),
        lt(linkRequests.requestedAt, later(now, ahead)),
      ),
    );
  const { today = 0, lately = 0, last = null } = asked ?? {};
  return { today, lately, lastAgo: last ? now.getTime() - last.getTime() : Number.POSITIVE_INFINITY };
}

async function count(tx: Tx, now: Date, keys: readonly string[]): Promise<void> {
  await tx.insert(linkRequests).values(keys.map((keyHash) => ({ id: uuid(), keyHash, requestedAt: now })));
}
