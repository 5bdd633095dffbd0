import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { keepRunning } from "./keep-running";
import { isAlive } from "./processes";

const folder = mkdtempSync(path.join(tmpdir(), "candor-keep-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A process that notes its number and then does what the test says. */
function program(name: string, then: string) {
  const file = path.join(folder, `${name}.mjs`);
  const pids = path.join(folder, `${name}.pids`);
  writeFileSync(
    file,
    `import { appendFileSync } from "node:fs";\n${then}\nappendFileSync("${pids}", process.pid + "\\n");`,
  );
  const started = () => (existsSync(pids) ? readFileSync(pids, "utf8").trim().split("\n").map(Number) : []);
  return { command: [process.execPath, file], started };
}

test("a process that ends is started again, and the terminal hears of it", async () => {
  const heard = vi.spyOn(console, "error").mockImplementation(() => {});
  const { command, started } = program("crash", "setTimeout(() => process.exit(3), 50);");
  const running = keepRunning("worker", command, process.env);
  await vi.waitFor(() => expect(started().length).toBeGreaterThanOrEqual(2), 10_000);
  await running.stop(2_000);
  expect(heard).toHaveBeenCalledWith("worker ended (code 3); starting it again in 1 s.");
  heard.mockRestore();
});

test("a process asked to stop finishes by itself and is not started again", async () => {
  const then = `setInterval(() => {}, 1000); process.on("SIGTERM", () => setTimeout(() => process.exit(0), 100));`;
  const { command, started } = program("polite", then);
  const running = keepRunning("web", command, process.env);
  await vi.waitFor(() => expect(started()).toHaveLength(1), 10_000);
  await running.stop(5_000);
  expect(started()).toHaveLength(1);
  expect(isAlive(started()[0] ?? 0)).toBe(false);
});

test("a process that will not stop is ended when its time is up", async () => {
  const { command, started } = program(
    "stubborn",
    `setInterval(() => {}, 1000); process.on("SIGTERM", () => {});`,
  );
  const running = keepRunning("web", command, process.env);
  await vi.waitFor(() => expect(started()).toHaveLength(1), 10_000);
  await running.stop(200);
  expect(isAlive(started()[0] ?? 0)).toBe(false);
});
