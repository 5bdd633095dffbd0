import { connect } from "@/db/client";
import { routes } from "@/lib/routes";
import { boardPage } from "@/lib/screens/desk/board";
import { fillBoard } from "./board-rows";
import { visitor } from "./browser-like";
import { cpuDuring, cpuFigures } from "./cpu";
import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import { textOf } from "./plain-form";
import { type BenchPractice, makeBenchPractice, signInStaff } from "./practice";
import type { Sizes } from "./sizes";

const views = ["", "?show=needs-something", "?q=Number+19", "?sort=waiting"];

/** The board of a large practice as its office sees it, one look after the other. */
export async function measureBoard(
  installation: Installation,
  { patients, looks }: Sizes["board"],
): Promise<Figure[]> {
  const practice = await fullBoard(patients);
  const cookie = await signInStaff(practice, practice.office.userId);
  const browser = visitor(installation.origin, 1);
  const { slug } = practice.practice;
  const look = async (view: string) => {
    const page = await browser.visit({ path: `${routes.board(slug)}${view}`, cookie });
    if (page.status !== 200)
      throw new Error(`The board answered ${page.status}: ${textOf(page).slice(0, 300)}`);
    return page;
  };

  for (const view of views) await look(view);
  const { result: pages, cpu } = await cpuDuring(installation, async () => {
    const seen = [];
    for (let at = 0; at < looks; at++) seen.push(await look(views[at % views.length] ?? ""));
    return seen;
  });
  browser.close();
  const waits = pages.map(({ milliseconds }) => milliseconds);
  const sizes = pages.map(({ body }) => body.length / 1_024);
  return [
    figureOf("board", `Board of ${patients} patients × 6 disclosures`, "ms", waits, {
      atMost: 200,
      of: "p95",
    }),
    figureOf("board", "  of it reading and computing", "ms", await readBoard(practice, looks / 3)),
    figureOf("board", "  size of the page, gzip", "kB", sizes),
    ...cpuFigures(
      "board",
      "a look at the board",
      [{ cpu, operations: looks }],
      ["web", "worker", "postgres"],
    ),
  ];
}

export async function fullBoard(patients: number): Promise<BenchPractice> {
  const practice = await makeBenchPractice("Board");
  await fillBoard(practice, patients);
  await analyze();
  return practice;
}

/** Milliseconds of each look, without the web. */
export async function readBoard({ office }: BenchPractice, looks: number): Promise<number[]> {
  const asked = { filter: "all", search: "", sort: "name", page: 1 } as const;
  const reads: number[] = [];
  for (let at = 0; at < looks; at++) {
    const began = performance.now();
    await boardPage(office, asked, "en");
    reads.push(performance.now() - began);
  }
  return reads;
}

/** What autovacuum does by itself some time after so many rows were written. */
export async function analyze() {
  const owner = connect(process.env.DATABASE_OWNER_URL ?? "", { max: 1 });
  await owner.unsafe("analyze");
  await owner.end();
}
