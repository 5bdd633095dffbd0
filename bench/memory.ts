import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import type { Sizes } from "./sizes";
import { untilNothingWaits } from "./waiting";

/** What the processes hold when nobody is there; a page cache that several share is counted in each. */
export async function measureMemory(
  installation: Installation,
  when: string,
  { restMs }: Sizes["memory"],
): Promise<Figure[]> {
  await untilNothingWaits();
  await new Promise((resolve) => setTimeout(resolve, restMs));
  const { web, worker, supervisor, postgres } = installation.usage();
  const figure = (what: string, megabytes: number) => figureOf("memory", `  ${what}`, "MB", [megabytes]);
  const both = web.residentMb + worker.residentMb;
  return [
    figureOf("memory", `Idle memory of web and worker, ${when}`, "MB", [both], { atMost: 400 }),
    figure("web", web.residentMb),
    figure("worker", worker.residentMb),
    figure("supervisor, beside them", supervisor.residentMb),
    figure("PostgreSQL, shared buffers counted in each process", postgres.residentMb),
  ];
}
