"use client";

import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import { type Line, lines } from "./progress-lines";

/** How many stood where at the end of a day, as it is written below the drawing. */
export type ChartPoint = { day: string } & Record<Line, number>;

/** Loaded by itself, and only where it is drawn: what draws it is larger than the rest of the page. */
export function ProgressChart({ points, words }: { points: ChartPoint[]; words: Record<Line, string> }) {
  return (
    <LineChart
      h={200}
      data={points}
      dataKey="day"
      series={lines.map(({ name, color, dashes }) => ({
        name,
        color,
        label: words[name],
        strokeDasharray: dashes,
      }))}
      curveType="linear"
      withDots={false}
      yAxisProps={{ allowDecimals: false, width: 40 }}
      xAxisProps={{ minTickGap: 24, tickMargin: 8 }}
      lineProps={{ isAnimationActive: false }}
      // Whoever does not see it reads the sentence and the table beside it.
      lineChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 8 } }}
    />
  );
}
