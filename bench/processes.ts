import { readdirSync, readFileSync } from "node:fs";

/** What one process, or a family of them, used so far; read from /proc, so only Linux knows. */
export type Usage = { cpuSeconds: number; residentMb: number };
export type Listed = Usage & { pid: number; parent: number; command: string };

const ticksPerSecond = 100;
const pageBytes = 4_096;

export function listProcesses(): Listed[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => listed(Number(pid)) ?? []);
}

function listed(pid: number): Listed | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in brackets and may hold blanks; everything else is a word.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const field = (number: number) => Number(fields[number - 3]);
    return {
      pid,
      parent: field(4),
      // Its own and that of children that have ended, in user and system mode.
      cpuSeconds: (field(14) + field(15) + field(16) + field(17)) / ticksPerSecond,
      residentMb: (field(24) * pageBytes) / 2 ** 20,
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
    };
  } catch {
    return null;
  }
}

/** A process with all its descendants. */
export function familyOf(pid: number, all = listProcesses()): Listed[] {
  const own = all.filter((one) => one.pid === pid);
  const children = all.filter((one) => one.parent === pid);
  return [...own, ...children.flatMap((child) => familyOf(child.pid, all))];
}

export function sumOf(family: readonly Usage[]): Usage {
  return {
    cpuSeconds: family.reduce((sum, one) => sum + one.cpuSeconds, 0),
    residentMb: family.reduce((sum, one) => sum + one.residentMb, 0),
  };
}
