import { and, count, gt, inArray, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { linkRequests } from "@/db/schema";
import type { Tx } from "@/lib/in-practice";
import { keyedHash } from "./hashes";
import { type LinkLimitRefusal, later, linkLifetime } from "./rules";
import { networkOf, type Visitor } from "./visitor";

/** As long as a link works: whoever finds that a stranger has asked too often has a link that still does. */
const period = linkLifetime;
const most = { address: 5, network: 100 };

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

  const counted = await tx
    .select({ key: linkRequests.keyHash, requests: count() })
    .from(linkRequests)
    .where(
      and(inArray(linkRequests.keyHash, [...keys.keys()]), gt(linkRequests.requestedAt, later(now, -period))),
    )
    .groupBy(linkRequests.keyHash);
  if (counted.some(({ key, requests }) => requests >= (keys.get(key) ?? 0))) return "too-many-links";

  await tx
    .insert(linkRequests)
    .values([...keys.keys()].map((keyHash) => ({ id: uuid(), keyHash, requestedAt: now })));
  return null;
}
