import { execFile, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return procStat(pid)?.[0] !== "Z";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a running process, or null when there is none. */
export async function commandLine(pid: number): Promise<string | null> {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    } catch {
      return null;
    }
  }
  if (process.platform === "win32") return "";
  const { stdout } = await run("ps", ["-p", String(pid), "-o", "command="]).catch(() => ({ stdout: "" }));
  return stdout.trim() || null;
}

/** When a process began: tells it from a later one that was given the same number. */
export async function processStart(pid: number): Promise<string | null> {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") return procStat(pid)?.[19] ?? null;
  if (process.platform === "win32") return "";
  const { stdout } = await run("ps", ["-p", String(pid), "-o", "lstart="]).catch(() => ({ stdout: "" }));
  return stdout.trim() || null;
}

export type Finished = { code: number | null; output: string };

/** Runs a program out of reach of the terminal's Ctrl-C and collects what it printed. */
export function runToEnd(
  command: string,
  args: string[],
  options: { cwd?: string; uid?: number; gid?: number } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}

/** The fields of /proc/PID/stat after the program's name: the first is the state, the twentieth the start. */
function procStat(pid: number): string[] | null {
  if (process.platform !== "linux") return null;
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? null;
  } catch {
    return null;
  }
}
