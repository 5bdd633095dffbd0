import { rm } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { Refused } from "@/lib/errors";
import { describeInstallation, startDatabase } from "@/server/embedded/installation";
import { dropDatabase } from "@/server/embedded/prepare-database";
import { runningSupervisor } from "@/server/supervisor/supervisor-lock";
import { withInstallation } from "./installed";
import { exitCodes, type Shell } from "./shell";

export function addDemoCommands(program: Command, shell: Shell) {
  const demo = program.command("demo").description("the practices that are made up, to try everything on");

  demo
    .command("load")
    .description("makes the demo practices if they are not there yet")
    .addHelpText("after", exitCodes)
    .action(async () => {
      demoInstallation();
      await loadDemo();
      shell.say("The demo practices are there.");
    });

  demo
    .command("reset")
    .description("throws all demo data away and makes them anew")
    .addHelpText("after", exitCodes)
    .action(async () => {
      await dropDemo();
      await loadDemo();
      shell.say("The demo is as new.");
    });
}

/** Only data that were made up may be thrown away, and only where nobody is using them. */
async function dropDemo() {
  const installation = demoInstallation();
  const { dataDir } = installation.env;
  if (!installation.embedded) throw new Refused("not-the-demo");
  if (await runningSupervisor(dataDir)) throw new Refused("running");

  const cluster = await startDatabase(installation);
  await dropDatabase(cluster.superuserUrl(), "candor");
  if (!cluster.adopted) await cluster.stop();
  await rm(path.join(dataDir, "mail"), { recursive: true, force: true });
  await rm(path.join(dataDir, "demo-complete"), { force: true });
}

function demoInstallation() {
  const installation = describeInstallation(process.env);
  if (!installation.env.demo) throw new Refused("not-the-demo");
  return installation;
}

async function loadDemo() {
  await withInstallation(async () => {
    const { loadDemo: load } = await import("@/demo/load");
    await load();
  });
}
