"use client";

import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import type { ProgressChart } from "./progress-chart";

const Chart = dynamic(() => import("./progress-chart").then((module) => module.ProgressChart), {
  ssr: false,
});

export function DrawnProgress(props: ComponentProps<typeof ProgressChart>) {
  return <Chart {...props} />;
}
