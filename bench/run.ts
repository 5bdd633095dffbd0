import "@/scripts/check-node.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { closeDatabase } from "@/db/client";
import { measureAnswering } from "./answering";
import type { Figure } from "./figures";
import { enterInstallation, freshInstallation } from "./installation";
import { describeMachine } from "./machine";
import { makeBenchPractice } from "./practice";
import { tableOf } from "./table";

const installation = await freshInstallation();
try {
  console.log(`first start ${await installation.start()}`);
  await enterInstallation();
  const machine = await describeMachine();
  const practice = await makeBenchPractice("Bench");
  const figures: Figure[] = await measureAnswering(installation, practice);
  console.log(tableOf(figures));
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(`bench/results/x.json`, JSON.stringify({ machine, figures }, null, 2));
} finally {
  await closeDatabase();
  await installation.stop();
}
