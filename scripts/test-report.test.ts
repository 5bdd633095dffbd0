import path from "node:path";
import { expect, test } from "vitest";
import { slowest, timesOfFiles, timesOfStories } from "./test-report";

test("the slowest come first, and no more than were asked for", () => {
  const timed = [120, 4_000, 900].map((ms) => ({ name: `${ms}.test.ts`, ms }));
  expect(slowest(timed, 2)).toBe("    4.0 s  4000.test.ts\n    0.9 s  900.test.ts");
});

test("a file takes from its first test to its last, and is named from here", () => {
  const name = path.resolve("lib/csv.test.ts");
  const file = { name, status: "passed", startTime: 1_000, endTime: 3_500, assertionResults: [] };
  expect(timesOfFiles({ testResults: [file] })).toEqual([{ name: "lib/csv.test.ts", ms: 2_500 }]);
});

test("a story counts at its slowest try, however deep it stands", () => {
  const tests = [{ results: [{ duration: 700 }, { duration: 1_900 }] }];
  const inner = { file: "board.spec.ts", specs: [{ title: "is found", line: 16, tests }] };
  expect(timesOfStories({ suites: [{ file: "board.spec.ts", specs: [], suites: [inner] }] })).toEqual([
    { name: "board.spec.ts:16 › is found", ms: 1_900 },
  ]);
});
