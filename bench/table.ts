import { type Figure, reaches, type Target } from "./figures";

const verdicts = new Map<boolean | null, string>([
  [true, "reached"],
  [false, "MISSED"],
  [null, ""],
]);

/** The figures as text: one line each, the number beside its target. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${shown(figure.median)} ${figure.unit}`,
    figure.p95 === null ? "" : shown(figure.p95),
    targetOf(figure.target),
    verdicts.get(reaches(figure)) ?? "",
    String(figure.samples),
    figure.busy.toFixed(1),
  ]);
  return inColumns(["", "median", "p95", "target", "", "samples", "load"], rows);
}

/** What was counted at several sizes, one line each: a column for each size and unit. */
export function growthTable(figures: readonly Figure[]): string {
  const lines = Map.groupBy(figures, ({ what }) => what.split(", ")[0] ?? what);
  const [first = []] = lines.values();
  const head = first.map(({ what }) => what.split(", ")[1] ?? "");
  const rows = [...lines].map(([what, own]) => [what, ...own.map(({ median }) => shown(median))]);
  return inColumns(["", ...head], rows);
}

function inColumns(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return [head, ...rows].map(line).join("\n");
}

function targetOf(target: Target | null): string {
  if (!target) return "";
  if ("atLeast" in target) return `≥ ${shown(target.atLeast)}`;
  return `${target.of ?? ""} ≤ ${shown(target.atMost)}`.trim();
}

function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}
