import { expect, test } from "vitest";
import { wakeable } from "@/server/wakeable";

const tooLong = 60_000;

test("a call cuts the wait short", async () => {
  const bell = wakeable();
  const waiting = bell.wait(tooLong);
  bell.wake();
  await expect(waiting).resolves.toBeUndefined();
});

test("a call that comes while nobody waits is not lost", async () => {
  const bell = wakeable();
  bell.wake();
  await expect(bell.wait(tooLong)).resolves.toBeUndefined();
});
