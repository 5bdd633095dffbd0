import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

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

/** What the framework's own script sends: a segment, the trees within it by name, and up to four marks. */
function isRouterTree(sent: string | string[] | undefined): boolean {
  if (typeof sent !== "string" || sent.length > 20_000) return false;
  try {
    return isTree(JSON.parse(decodeURIComponent(sent)), 0);
  } catch {
    return false;
  }
}

function isTree(tree: unknown, depth: number): boolean {
  if (!Array.isArray(tree) || tree.length < 2 || tree.length > 6 || depth > 30) return false;
  const [segment, within] = tree;
  if (typeof segment !== "string" && !Array.isArray(segment)) return false;
  if (within === null || typeof within !== "object" || Array.isArray(within)) return false;
  return Object.values(within).every((inner) => isTree(inner, depth + 1));
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1)$/;

export function isLoopbackAddress(address: string): boolean {
  return loopback.test(address);
}

export function isLoopbackName(host: string): boolean {
  const name = URL.parse(`http://${host}`)?.hostname ?? "";
  return name === "localhost" || name === "[::1]" || loopback.test(name);
}
