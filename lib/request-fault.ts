import { AsyncLocalStorage } from "node:async_hooks";

/** Why what is being answered cannot be: our server says so in the place of the framework's own error. */
export type RequestFault = "unavailable" | "full";
export type Answering = { fault: RequestFault | null };

declare global {
  // Next bundles a module more than once into one process; what is being answered is one all the same.
  var candorAnswering: AsyncLocalStorage<Answering> | undefined;
}

function answering(): AsyncLocalStorage<Answering> {
  globalThis.candorAnswering ??= new AsyncLocalStorage();
  return globalThis.candorAnswering;
}

export function whileAnswering<T>(state: Answering, answer: () => T): T {
  return answering().run(state, answer);
}

export function noteFault(fault: RequestFault): void {
  const state = answering().getStore();
  if (state) state.fault ??= fault;
}
