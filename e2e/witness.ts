import { once } from "node:events";
import { createServer } from "node:http";
import { historiesIn } from "@/scripts/commands/outside";
import { openMemory } from "@/server/witness/memory";
import { witnessServer } from "@/server/witness/witness-server";

/** The witness that the installation offers, run by the story: it follows the history whose published checkpoint this is. */
export async function runOfferedWitness(published: string) {
  const memory = await openMemory(process.env.STORY_WITNESS ?? "", undefined);
  const witness = witnessServer(memory, historiesIn(published), () => {});
  let refuses = false;
  const server = createServer((request, response) => {
    if (refuses) response.writeHead(422).end();
    else witness.emit("request", request, response);
  });
  const [, port = ""] = /:(\d+)$/.exec(process.env.CANDOR_WITNESSES ?? "") ?? [];
  server.listen(Number(port), "127.0.0.1");
  await once(server, "listening");
  return {
    name: memory.witness.name,
    /** As after somebody showed it another history. */
    refuse: () => {
      refuses = true;
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
      memory.close();
    },
  };
}
