import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { DatabaseDown, inPractice } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { sweep } from "./sweep";

await ownDatabase();
const said = vi.spyOn(console, "error").mockImplementation(() => {});
const untilDone = new AbortController().signal;
const fault = (id: string) => `${id} did not work`;
const over = (each: Parameters<typeof sweep>[0]["each"], atOnce?: number) =>
  sweep({ due: "checkpoints_due", most: 10, each, fault, ...(atOnce && { atOnce }) });

// Each of them has a trail to be signed, so there are four things to do.
beforeAll(async () => {
  for (const _ of [1, 2, 3, 4]) {
    const { system } = await makePractice();
    await inPractice(system, (tx) => recordEvent(tx, system, { name: "practice.created" }));
  }
});
beforeEach(() => said.mockClear());
afterAll(() => said.mockRestore());

test.each([1, 3])("what is due is done once each, %i at once, and counted", async (atOnce) => {
  const done: string[] = [];
  const each = async ({ practiceId }: { practiceId: string }) => {
    await new Promise(setImmediate);
    done.push(practiceId);
    return done.length % 2 === 0 ? 2 : true;
  };
  expect(await over(each, atOnce)(untilDone)).toBe(6);
  expect(new Set(done).size).toBe(4);
  expect(done).toHaveLength(4);
});

test("one that fails is reported and stops nobody else", async () => {
  let tries = 0;
  const failed: string[] = [];
  const each = async (_: unknown, id: string) => {
    tries += 1;
    if (tries > 2) return true;
    failed.push(id);
    throw new Error("mistaken");
  };
  expect(await over(each)(untilDone)).toBe(2);
  expect(said.mock.calls).toEqual(failed.map((id) => [fault(id), expect.any(Error)]));
});

test("a database that is down ends the sweep, and is said by whoever called it", async () => {
  const each = vi.fn(() => Promise.reject(new DatabaseDown("out of reach")));
  await expect(over(each)(untilDone)).rejects.toThrow(DatabaseDown);
  expect(each).toHaveBeenCalledOnce();
  expect(said).not.toHaveBeenCalled();
});

test("once the worker is told to stop nothing more is begun", async () => {
  const stopping = new AbortController();
  const each = vi.fn(async () => {
    stopping.abort();
    return 1;
  });
  expect(await over(each)(stopping.signal)).toBe(1);
  expect(each).toHaveBeenCalledOnce();
});
