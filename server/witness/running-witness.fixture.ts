import { once } from "node:events";
import { rmSync } from "node:fs";
import { onTestFinished } from "vitest";
import type { OfferedWitness } from "@/lib/env";
import { newFolder } from "@/lib/seal/foreign-tools.fixture";
import type { TrailKey } from "@/verifier/trail/checkpoint";
import { witnessKey } from "@/verifier/trail/cosignature";
import { openMemory } from "./memory";
import { witnessServer } from "./witness-server";

/** A witness as others run it, until the test is over. `follow` adds a history to those it follows. */
export async function runWitness(name = "chamber.example/witness") {
  const folder = newFolder();
  const memory = await openMemory(folder, name);
  const followed: { origin: string; keys: TrailKey[] }[] = [];
  const said: string[] = [];
  const server = witnessServer(memory, followed, (line) => said.push(line));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("A server without an address");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  onTestFinished(() => {
    stop();
    memory.close();
    rmSync(folder, { recursive: true });
  });
  const { witness } = memory;
  const offered: OfferedWitness = {
    ...witness,
    verifierKey: witnessKey(witness),
    url: `http://127.0.0.1:${address.port}`,
  };
  return {
    offered,
    memory,
    said,
    stop,
    follow: (origin: string, key: TrailKey) => followed.push({ origin, keys: [key] }),
  };
}
