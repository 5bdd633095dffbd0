import { sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { cosignatureLine, cosignedText, witnessKey } from "@/verifier/trail/cosignature";
import type { Memory } from "./memory";
import { type Followed, type Refusal, receiveCheckpoint, whyNotConfirm } from "./receive-checkpoint";

type Answer = { status: number; body: string; type?: string };

/** 63 nodes of a proof and a note with more signatures than witnesses have to read. */
const mostBytes = 128 * 1024;

/** Speaks C2SP tlog-witness: confirms what continues the histories it follows, and refuses what does not. */
export function witnessServer(
  memory: Memory,
  followed: readonly Followed[],
  tell: (line: string) => void,
): Server {
  async function addCheckpoint(body: string): Promise<Answer> {
    const received = await receiveCheckpoint(body, followed);
    if ("refused" in received) return answerTo(received);
    const { checkpoint, note } = received;
    const { origin, size, signed } = checkpoint;
    // Nothing is awaited from here to what is remembered: nobody else may come between.
    const refusal = whyNotConfirm(received, memory.latestOf(origin));
    if (refusal) {
      if (refusal.refused === "another-history") accuse(origin, note, refusal.latest);
      return answerTo(refusal);
    }
    memory.remember(origin, note);
    tell(`confirmed ${origin} with ${size} entries`);
    const seconds = Math.floor(Date.now() / 1000);
    const signature = sign(null, Buffer.from(cosignedText(signed, seconds)), memory.privateKey);
    return { status: 200, body: cosignatureLine(memory.witness, seconds, signature) };
  }

  function accuse(origin: string, note: string, confirmed: number) {
    memory.accuse(origin, note);
    tell(`REFUSED ${origin}: what was signed does not begin with the ${confirmed} entries confirmed before`);
  }

  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 20_000 },
    async (request, response) => {
      try {
        send(response, await answer(request));
      } catch (error) {
        tell(`a request failed: ${error instanceof Error ? error.message : error}`);
        if (response.headersSent) response.destroy();
        else send(response, { status: 500, body: "This did not work here.\n" });
      }
    },
  );
  server.maxConnections = 200;
  return server;

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (request.url === "/" && request.method === "GET")
      return { status: 200, body: `${witnessKey(memory.witness)}\n` };
    if (request.url !== "/add-checkpoint") return { status: 404, body: "There is nothing here.\n" };
    if (request.method !== "POST") return { status: 405, body: "Only POST.\n" };
    const body = await readText(request);
    return body === null ? { status: 413, body: "That is too large.\n" } : addCheckpoint(body);
  }
}

function answerTo(refusal: Refusal): Answer {
  switch (refusal.refused) {
    case "malformed":
      return { status: 400, body: "This is no submission of a checkpoint.\n" };
    case "unknown-signer":
      return { status: 403, body: "No key that is followed here signed this.\n" };
    case "unknown-history":
      return { status: 404, body: "This history is not followed here.\n" };
    case "not-the-latest":
      return { status: 409, body: `${refusal.latest}\n`, type: "text/x.tlog.size" };
    case "another-history":
      return refusal.isSameSize
        ? { status: 409, body: `${refusal.latest}\n`, type: "text/x.tlog.size" }
        : { status: 422, body: "This does not begin with what was confirmed here.\n" };
  }
}

/** Null when there is more than any submission has. Read to its end all the same: who still sends hears no answer. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
  }
  return size > mostBytes ? null : Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status, body, type = "text/plain; charset=utf-8" }: Answer) {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
