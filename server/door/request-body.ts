import { IncomingMessage } from "node:http";
import { bodyBound } from "./body-bound";

export type BodyProblem = "too-large" | "malformed";

/** Reads the whole body, at most so much: a cut or endless one never reaches the framework. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | BodyProblem> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return "too-large";
  const bound = bodyBound(request.headers);
  let isWithin = true;
  let chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > mostBytes) return "too-large";
      isWithin &&= bound.take(chunk);
      // The rest of a refused body is read all the same: whoever is still sending would not hear the answer.
      if (isWithin) chunks.push(chunk);
      else chunks = [];
    }
  } catch {
    return "malformed";
  }
  return isWithin && bound.end() ? Buffer.concat(chunks) : "malformed";
}

/** Lets a body pass that nobody will look at, so that whoever sends it hears the answer. */
export async function dropBody(request: IncomingMessage, mostBytes: number): Promise<BodyProblem | null> {
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > mostBytes) return "too-large";
    }
  } catch {
    return "malformed";
  }
  return null;
}

/** The same request with its body to be read once more. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket);
  copy.method = request.method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.httpVersionMajor = request.httpVersionMajor;
  copy.httpVersionMinor = request.httpVersionMinor;
  copy.headers = request.headers;
  copy.rawHeaders = request.rawHeaders;
  copy.complete = true;
  copy.push(body);
  copy.push(null);
  return copy;
}
