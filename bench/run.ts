import "@/scripts/check-node.mjs";
import "./production";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { closeDatabase } from "@/db/client";
import { measureAnswering } from "./answering";
import { measureAnsweringPage } from "./answering-page";
import { measureBoard } from "./board";
import { measureCopyReady } from "./copy-ready";
import { type Figure, figureOf } from "./figures";
import { measureGrowth } from "./growth";
import { inGrowthDatabase } from "./growth-database";
import { benchInstallation, enterInstallation, type Installation } from "./installation";
import { describeMachine } from "./machine";
import { measureMemory } from "./memory";
import { makeBenchPractice } from "./practice";
import { measurePublishing } from "./publishing";
import { measureSealing } from "./sealing";
import { small, whole } from "./sizes";
import { growthTable, tableOf } from "./table";
import { measureTrail } from "./trail";

/**
 * `npm run bench`, or some of it: `npm run bench -- answering board`. `--keep` goes on with the last run's data;
 * `--small` only shows that everything runs.
 */
const names = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const isSmall = process.argv.includes("--small");
const size = isSmall ? small : whole;
const isWanted = (name: string) => names.length === 0 || names.includes(name);

if (names.some((name) => name !== "growth") || names.length === 0) await measureInstallation();
if (isWanted("growth")) await inGrowthDatabase(measurePractices);
process.exit();

async function measurePractices(superuserUrl: string) {
  const figures = await measureGrowth(superuserUrl, size.growth);
  console.log(`\n${growthTable(figures)}`);
  if (!isSmall) await report(figures);
}

async function measureInstallation() {
  const installation = await benchInstallation(process.argv.includes("--keep"));
  const figures: Figure[] = [];
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => installation.stop().finally(() => process.exit(1)));
  }

  try {
    console.log(
      `Ready after ${Math.round(await installation.start())} s, with what had to be built and loaded.`,
    );
    await enterInstallation(installation);
    const practice = await makeBenchPractice("Bench");
    const measurements: [string, () => Promise<Figure[]>][] = [
      ["start", () => measureStart(installation)],
      ["memory", () => measureMemory(installation, "after a start", size.memory)],
      ["page", () => measureAnsweringPage(installation, practice, size.page)],
      ["copy", () => measureCopyReady(installation, practice, size.copy)],
      ["answering", () => measureAnswering(installation, practice, size.answering)],
      ["sealing", () => measureSealing(installation, practice, size.sealing)],
      ["board", () => measureBoard(installation, size.board)],
      ["publishing", () => measurePublishing(size.publishing)],
      ["trail", () => measureTrail(size.trail)],
      ["memory", () => measureMemory(installation, "after all of it", size.memory)],
    ];
    for (const [name, measure] of measurements) {
      if (!isWanted(name)) continue;
      const measured = await measure();
      figures.push(...measured);
      console.log(`\n${tableOf(measured)}`);
    }
    if (!isSmall) await report(figures);
  } finally {
    await closeDatabase();
    await installation.stop();
  }
}

async function measureStart(installation: Installation): Promise<Figure[]> {
  const seconds: number[] = [];
  for (let round = 0; round < size.start.rounds; round++) {
    await closeDatabase();
    await installation.stop();
    seconds.push(await installation.start());
    await enterInstallation(installation);
  }
  return [figureOf("start", "Second npm start to ready", "s", seconds, { atMost: 10 })];
}

async function report(figures: readonly Figure[]) {
  const machine = await describeMachine();
  const at = new Date().toISOString();
  const file = path.join("bench/results", `${at.slice(0, 19).replaceAll(":", "-")}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, machine, figures }, null, 2)}\n`);
  const { cpu, cores, memoryGb, versions, postgres } = machine;
  console.log(
    `\n${cores} × ${cpu}, ${memoryGb} GB; fsync ${postgres.fsync}; everything on this one machine.`,
  );
  console.log(
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
  );
  console.log(`Written to ${file}`);
}
