import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export type FileReport = {
  name: string;
  status: string;
  startTime: number;
  endTime: number;
  assertionResults: { status: string }[];
};
type Suite = { file: string; specs: Story[]; suites?: Suite[] };
type Story = { title: string; line: number; tests: { results: { duration: number }[] }[] };

export type TestReport = {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: FileReport[];
  stats?: { expected: number; unexpected: number; flaky: number };
  suites?: Suite[];
};

/** Written by the pinned test runners just before; of their shape only this much is used. */
export function readReport(file: string): TestReport | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as TestReport) : null;
}

type Timed = { name: string; ms: number };

export function timesOfFiles({ testResults = [] }: TestReport): Timed[] {
  return testResults.map(({ name, startTime, endTime }) => ({
    name: path.relative("", name),
    ms: endTime - startTime,
  }));
}

export function timesOfStories({ suites = [] }: TestReport): Timed[] {
  return suites.flatMap(({ file, specs, suites }) => [
    ...specs.map(({ title, line, tests }) => ({
      name: `${file}:${line} › ${title}`,
      ms: Math.max(0, ...tests.flatMap(({ results }) => results.map(({ duration }) => duration))),
    })),
    ...timesOfStories({ suites }),
  ]);
}

/** Where the time of a run went, so that slowness does not come back unseen. */
export function slowest(timed: Timed[], most = 10): string {
  return timed
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, most)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
    .join("\n");
}
