import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Programs of others that have to agree with us. Absent in CI they are an error, elsewhere a skip. */
export function lacks(tool: string): string | false {
  if (spawnSync("which", [tool]).status === 0) return false;
  if (process.env.CI === "true") throw new Error(`${tool} is not installed, and in CI it has to be.`);
  return `${tool} is not installed here`;
}

export function run(tool: string, args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  return { status, output: stdout + stderr };
}

export function fileIn(folder: string, name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "candor-seal-"));
}
