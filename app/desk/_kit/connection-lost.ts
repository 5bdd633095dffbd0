import type { ActionState } from "@/app/action";

/** On a page with something half written, a connection that is gone is said, and takes nothing along with it. */
export function orConnectionLost<A extends unknown[], T>(
  action: (...given: A) => Promise<ActionState<T>>,
  message: string,
): (...given: A) => Promise<ActionState<T>> {
  return (...given) => action(...given).catch(() => ({ ok: false, message, fields: {}, typed: {} }));
}
