import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/in-practice";

/** The channel a worker listens on. It only saves waiting: what is missing is found by looking. */
export const workChannel = "candor_work";

/** Tells the workers, when this transaction commits, that there may be something to do. */
export async function wakeWorker(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${workChannel}, '')`);
}
