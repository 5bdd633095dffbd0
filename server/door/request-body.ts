import { IncomingMessage } from "node:http";
import { isReadableAction } from "./action-content";

export type BodyProblem = "too-large" | "malformed";

/** Reads the whole body, at most so much: a cut or endless one never reaches the framework. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | BodyProblem> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return "too-large";
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > mostBytes) return "too-large";
      chunks.push(chunk);
    }
  } catch {
    return "malformed";
  }
  const body = Buffer.concat(chunks);
  return (await isReadable(request, body)) ? body : "malformed";
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

/** The framework answers 500 to what it cannot read; that is the sender's fault and not ours. */
async function isReadable(request: IncomingMessage, body: Buffer): Promise<boolean> {
  const type = request.headers["content-type"] ?? "";
  const isCall = request.headers["next-action"] !== undefined;
  if (/^\s*application\/json/i.test(type)) return isJson(body);
  if (/^\s*multipart\/form-data/i.test(type)) {
    return isWhole(type, body) && isReadableAction(body, type, isCall);
  }
  return !isCall || isReadableAction(body, type, isCall);
}

function isWhole(type: string, body: Buffer): boolean {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  return boundary !== undefined && body.subarray(-boundary.length - 8).includes(`--${boundary}--`);
}

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}
