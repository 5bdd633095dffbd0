import { once } from "node:events";
import type { Server } from "node:http";
import { type Command, InvalidArgumentError } from "commander";
import { Refused } from "@/lib/errors";
import { onStop } from "@/server/stop-signal";
import { openMemory } from "@/server/witness/memory";
import { witnessServer } from "@/server/witness/witness-server";
import { witnessKey } from "@/verifier/trail/cosignature";
import { count } from "./count";
import { readHistories } from "./outside";
import { exitCodes, type Shell } from "./shell";

type Options = { name?: string; log: string[]; host: string; port: number };

export function addWitnessCommand(program: Command, shell: Shell) {
  program
    .command("witness")
    .description(
      "confirms how other practices' histories grow, and refuses one that was set back or rewritten; needs no database",
    )
    .argument("<folder>", "where it keeps its key and what it confirmed: never restore it from a copy")
    .requiredOption("--log <key...>", "verifier keys of the histories to follow, or files of them")
    .option("--name <name>", "what it is called, such as chamber.example/witness; only the first time")
    .option("--host <address>", "where to listen", "127.0.0.1")
    .option("--port <number>", "where to listen", portNumber, 3700)
    .addHelpText("after", exitCodes)
    .action(async (folder: string, { name, log, host, port }: Options) => {
      const followed = await readHistories(log, shell);
      const memory = await openMemory(shell.file(folder), name);
      try {
        const server = witnessServer(memory, followed, shell.say);
        await listening(server, host, port);
        if (memory.isNew) shell.say("a new witness, whose key nobody knows yet:");
        shell.say(witnessKey(memory.witness));
        shell.say(`follows ${count(followed.length, "history", "histories")} on ${addressOf(server)}`);
        await new Promise<void>((stop) => onStop(async () => stop()));
        server.close();
        server.closeAllConnections();
      } finally {
        memory.close();
      }
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("It is no port.");
  return port;
}

async function listening(server: Server, host: string, port: number) {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch {
    throw new Refused("cannot-listen", { host, port });
  }
}

function addressOf(server: Server): string {
  const found = server.address();
  if (typeof found !== "object" || !found) return "";
  const host = found.family === "IPv6" ? `[${found.address}]` : found.address;
  return `http://${host}:${found.port}`;
}
