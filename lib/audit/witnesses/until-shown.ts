import { setTimeout as pause } from "node:timers/promises";
import type { SystemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { findOwed } from "./show-checkpoint";

const between = 100;
const mostLooks = 50;

/** Waits some seconds for a worker to show the newest checkpoint to the witnesses that may confirm it now. */
export async function untilShown(ctx: SystemContext): Promise<void> {
  for (let look = 0; look < mostLooks; look++) {
    const owed = await readPractice(ctx, (tx, now) => findOwed(tx, ctx, now));
    if (owed.length === 0) return;
    await pause(between);
  }
}
