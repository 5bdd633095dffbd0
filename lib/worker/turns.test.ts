import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { turns } from "./turns";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("turns are taken one after another, in the order in which they were asked for", async () => {
  const takeTurn = turns(1_000);
  const begun: number[] = [];
  const ends = [1, 2, 3].map(async (each) => {
    const end = await takeTurn();
    begun.push(each);
    return end;
  });
  const [first, second] = ends;
  (await first)?.();
  await second;
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([1, 2]);
});

test("a turn that does not end keeps nobody for longer than it may", async () => {
  const takeTurn = turns(1_000);
  await takeTurn();
  let isOn = false;
  const next = takeTurn().then(() => {
    isOn = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(isOn).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isOn).toBe(true);
  await next;
});

test("ending a turn late ends nobody else's", async () => {
  const takeTurn = turns(1_000);
  const endFirst = await takeTurn();
  await vi.advanceTimersByTimeAsync(1_000);
  await takeTurn();
  endFirst();
  let isOn = false;
  void takeTurn().then(() => {
    isOn = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(isOn).toBe(false);
});
