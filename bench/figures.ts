import { loadavg } from "node:os";

/** A target is for the median unless it says otherwise. */
export type Target = { atLeast: number } | { atMost: number; of?: "p95" };

/** One measured number. `busy` is the load average of the machine when it was taken. */
export type Figure = {
  measurement: string;
  what: string;
  unit: string;
  median: number;
  p95: number | null;
  samples: number;
  target: Target | null;
  busy: number;
};

export function figureOf(
  measurement: string,
  what: string,
  unit: string,
  samples: readonly number[],
  target: Target | null = null,
): Figure {
  return {
    measurement,
    what,
    unit,
    median: percentile(samples, 50),
    p95: samples.length >= 20 ? percentile(samples, 95) : null,
    samples: samples.length,
    target,
    busy: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** The value that this share of the samples does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil((share / 100) * sorted.length) - 1);
  return sorted[at] ?? Number.NaN;
}

export function reaches({ median, p95, target }: Figure): boolean | null {
  if (!target) return null;
  if ("atLeast" in target) return median >= target.atLeast;
  return (target.of === "p95" ? (p95 ?? median) : median) <= target.atMost;
}
