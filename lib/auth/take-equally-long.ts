import { setTimeout as pause } from "node:timers/promises";

const everyAnswerTakes = 250;

/** Answers after the same time whether or not there was something to do, so that time does not tell who is known. */
export async function takeEquallyLong<T>(act: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([act(), pause(everyAnswerTakes)]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
