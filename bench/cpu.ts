import { type Figure, figureOf } from "./figures";
import type { Installation, Part } from "./installation";

export type CpuSeconds = Record<Part | "generator", number>;

/** What every process spent while something ran, this one included. */
export async function cpuDuring<T>(installation: Installation, act: () => Promise<T>) {
  const [before, own] = [installation.usage(), process.cpuUsage()];
  const result = await act();
  const [after, spent] = [installation.usage(), process.cpuUsage(own)];
  const cpu: CpuSeconds = {
    web: after.web.cpuSeconds - before.web.cpuSeconds,
    worker: after.worker.cpuSeconds - before.worker.cpuSeconds,
    supervisor: after.supervisor.cpuSeconds - before.supervisor.cpuSeconds,
    postgres: after.postgres.cpuSeconds - before.postgres.cpuSeconds,
    generator: (spent.user + spent.system) / 1e6,
  };
  return { result, cpu };
}

/** One figure a process: milliseconds of CPU an operation. */
export function cpuFigures(
  measurement: string,
  what: string,
  runs: readonly { cpu: CpuSeconds; operations: number }[],
  parts: readonly (Part | "generator")[] = ["web", "postgres", "worker", "generator"],
): Figure[] {
  return parts.map((part) => {
    const samples = runs.map(({ cpu, operations }) => (1_000 * cpu[part]) / operations);
    return figureOf(measurement, `  ${what}: CPU of ${part}`, "ms", samples);
  });
}
