import { AsyncLocalStorage } from "node:async_hooks";

const frozen = new AsyncLocalStorage<Date>();

/** For tests and for making the demo's past: operations inside get `date` as their `now`. */
export function withClock<T>(date: Date, act: () => Promise<T>): Promise<T> {
  return frozen.run(date, act);
}

export function frozenNow(): Date | undefined {
  return frozen.getStore();
}
