import { randomBytes } from "node:crypto";
import type { Duplex } from "node:stream";
import { plainPage } from "./plain-pages";
import { type HeaderSettings, securityHeaders } from "./response-headers";

/** What cannot even be parsed as a request is answered with the same headers as everything else. */
export function answerClientError(error: Error, socket: Duplex, settings: HeaderSettings) {
  if (!socket.writable || ("code" in error && error.code === "ECONNRESET")) {
    socket.destroy();
    return;
  }
  const status = statusOf("code" in error ? error.code : undefined);
  const { html } = plainPage("malformed");
  const headers = {
    ...securityHeaders(randomBytes(18).toString("base64"), settings),
    "Cache-Control": "private, no-store",
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(html)),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n${html}`);
}

function statusOf(code: unknown): string {
  if (code === "HPE_HEADER_OVERFLOW") return "431 Request Header Fields Too Large";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "408 Request Timeout";
  return "400 Bad Request";
}
