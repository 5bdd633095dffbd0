import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readReport, slowest, timesOfFiles, timesOfStories } from "@/scripts/test-report";

process.env.NEXT_TELEMETRY_DISABLED = "1";

type Count = { passed: number; failed: number };

const results = path.resolve("test-results");
const vitestReport = path.join(results, "vitest.json");
const storiesReport = path.join(results, "stories.json");

const part = process.argv[2] ?? "everything";
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const counts: Count[] = [];
const slow: string[] = [];
if (part !== "e2e") {
  const checks = [
    check("Types", ["next typegen", "tsc --noEmit"]),
    check("Style", ["biome check --error-on-warnings"]),
    check("Nothing unused", ["knip"]),
  ];
  counts.push(...(await Promise.all(checks)), await tests());
}
if (part !== "verify") counts.push(await stories(process.argv.slice(3)));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const lines of slow) console.log(`\n${lines}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** A check counts as one; what it printed matters only when it fails. */
async function check(title: string, commands: string[]): Promise<Count> {
  for (const command of commands) {
    const { code, output } = await run(command, "pipe");
    if (code !== 0) {
      console.log(`✗ ${title} (${command})\n${output}`);
      return { passed: 0, failed: 1 };
    }
  }
  console.log(`✓ ${title}`);
  return { passed: 1, failed: 0 };
}

async function tests(): Promise<Count> {
  const reporters = `--reporter=default --reporter=json --outputFile.json=${vitestReport}`;
  const { code } = await run(`vitest run ${reporters}`, "inherit");
  const report = readReport(vitestReport);
  if (!report) return { passed: 0, failed: 1 };
  slow.push(`Slowest files\n${slowest(timesOfFiles(report))}`);
  // A file that cannot even be loaded has no tests to fail.
  const empty = (report.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  return atLeastOne(code, {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + empty,
  });
}

async function stories(filter: string[]): Promise<Count> {
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = storiesReport;
  const { code } = await run(`playwright test --reporter=list,json ${filter.join(" ")}`, "inherit");
  const report = readReport(storiesReport);
  if (!report?.stats) return { passed: 0, failed: 1 };
  slow.push(`Slowest stories\n${slowest(timesOfStories(report))}`);
  const { stats } = report;
  return atLeastOne(code, { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

/** A run that failed outside any test must not look like a good one. */
function atLeastOne(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function run(command: string, stdio: "pipe" | "inherit"): Promise<{ code: number; output: string }> {
  const bin = path.resolve("node_modules/.bin");
  const child = spawn(command, {
    shell: true,
    stdio: ["ignore", stdio, stdio],
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
