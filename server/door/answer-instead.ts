import type { ServerResponse } from "node:http";
import { headPlainPage, type PlainPage } from "./plain-pages";

const ofTheirBody = ["content-encoding", "etag", "transfer-encoding", "vary"];

/**
 * The framework says "Internal Server Error" where a plain form meets a fault. Ours is sent in its place, and wherever
 * the fault is known; a page that could still show itself is left alone otherwise.
 */
export function answerInstead(response: ServerResponse, path: string, knownFault: () => PlainPage | null) {
  const { writeHead, write, end } = response;
  let body: string | null = null;

  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.writeHead = writeHead;
    const page = status === 500 ? (knownFault() ?? (isShown(response) ? null : "broken")) : null;
    if (!page) return Reflect.apply(writeHead, response, [status, ...rest]);
    for (const name of ofTheirBody) response.removeHeader(name);
    body = headPlainPage(response, page, path);
    response.setHeader("Content-Length", Buffer.byteLength(body));
    return response.writeHead(response.statusCode);
  };
  /** Node would count the length of what it is given, which is not what is sent. */
  const begin = () => {
    if (response.statusCode === 500 && !response.headersSent) response.writeHead(500);
  };
  response.write = (...given: unknown[]) => {
    begin();
    return body !== null || Reflect.apply(write, response, given);
  };
  response.end = (...given: unknown[]) => {
    begin();
    return Reflect.apply(end, response, body === null ? given : [body]);
  };
}

function isShown(response: ServerResponse): boolean {
  return /^text\/(html|x-component)/.test(String(response.getHeader("content-type") ?? ""));
}
