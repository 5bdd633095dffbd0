import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { jsonBound } from "./json-bound";

export type RequestSettings = {
  appUrl: string;
  demo: boolean;
  trustedProxy: boolean;
  development: boolean;
};

/** Headers that proxies or the framework itself set: from outside they would only be lies. */
const untrusted = [
  /^forwarded$/,
  /^x-forwarded-/,
  /^x-(real|client|cluster-client|original)-/,
  /^(true-client-ip|cf-connecting-ip|fastly-client-ip|via)$/,
  /^x-(middleware|invoke|matched|now|vercel|prerender|next|rewrite|action|deployment)-/,
  /^x-(nonce|path|nextjs-data|nextjs-cache|http-method|http-method-override|method-override|url)$/,
  /^content-security-policy/,
];

/** The visitor's address: the socket's, or the last one a trusted proxy wrote down. */
export function visitorAddress(request: IncomingMessage, trustedProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? "";
  const noted =
    String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .at(-1)
      ?.trim() ?? "";
  return (trustedProxy && isIP(noted) ? noted : direct).replace(/^::ffff:/, "");
}

/** Replaces what the visitor claims by what is known. */
export function settleHeaders(
  request: IncomingMessage,
  settings: RequestSettings,
  known: { address: string; nonce: string; policy: string },
) {
  for (const name of Object.keys(request.headers)) {
    if (untrusted.some((pattern) => pattern.test(name))) delete request.headers[name];
  }
  // The framework answers 500 to one it cannot read; without it the whole page is sent.
  if (!isRouterTree(request.headers["next-router-state-tree"]))
    delete request.headers["next-router-state-tree"];
  const url = new URL(settings.appUrl);
  // The demo has two names, localhost and 127.0.0.1; anywhere else the address people open is the only one.
  const host = settings.demo ? request.headers.host : url.host;
  request.headers.host = host;
  request.headers["x-forwarded-for"] = known.address;
  request.headers["x-forwarded-host"] = host;
  request.headers["x-forwarded-proto"] = url.protocol.replace(":", "");
  request.headers["x-nonce"] = known.nonce;
  // Pages lead back to where somebody was going before they had to sign in.
  request.headers["x-path"] = request.url ?? "/";
  request.headers["content-security-policy"] = known.policy;
}

/** By the framework's own word, for the shape is its own business; only what nests without end it never sees. */
function isRouterTree(sent: string | string[] | undefined): boolean {
  if (typeof sent !== "string") return false;
  try {
    const bound = jsonBound({ deepest: 60 });
    if (!bound.take(Buffer.from(decodeURIComponent(sent))) || !bound.end()) return false;
    return parseAndValidateFlightRouterState(sent) !== undefined;
  } catch {
    return false;
  }
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1)$/;

export function isLoopbackAddress(address: string): boolean {
  return loopback.test(address);
}

export function isLoopbackName(host: string): boolean {
  const name = URL.parse(`http://${host}`)?.hostname ?? "";
  return name === "localhost" || name === "[::1]" || loopback.test(name);
}
