import { sweep } from "@/lib/worker/sweep";
import { drawAccessTest } from "./draw-access-test";

/** Draws the samples that somebody waits for, oldest first; one that does not work is tried again the next time. */
export const drawOwedTests = sweep({
  due: "undrawn_tests",
  most: 50,
  each: async (ctx, testId) => (await drawAccessTest(ctx, testId)) === "drawn",
  fault: (testId) => `the sample of access test ${testId} could not be drawn`,
});
