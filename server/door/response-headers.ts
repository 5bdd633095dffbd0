import type { ServerResponse } from "node:http";
import { routes } from "@/lib/routes";

/** The sample stands within the page on which one types what it says; nothing else of ours stands in a frame. */
const inOwnPages = new RegExp(`^${routes.accessTest("[0-9a-f-]{36}")}$`);

export type HeaderSettings = { https: boolean; development: boolean };

/** Mantine sets style attributes, which no nonce can allow; style elements and scripts need ours. */
export function contentSecurityPolicy(nonce: string, development: boolean, path = ""): string {
  const refresh = development ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${refresh}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${inOwnPages.test(path) ? "'self'" : "'none'"}`,
  ].join("; ");
}

export function securityHeaders(
  nonce: string,
  { https, development }: HeaderSettings,
  path = "",
): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(nonce, development, path),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), serial=(), browsing-topics=()",
    // With no-referrer Chromium sends "Origin: null" on a form's POST, and sign-in fails without JavaScript.
    "Referrer-Policy": "same-origin",
    ...(https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** Sets the headers now and keeps them: what answers later may add its own but not replace these. */
export function keepHeaders(response: ServerResponse, path: string, headers: Record<string, string>) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const writeHead = response.writeHead;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const [reason, given] = typeof rest[0] === "string" ? [rest[0], rest[1]] : [undefined, rest[0]];
    for (const [name, value] of pairs(given)) response.setHeader(name, value);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isLasting(path, status)) response.setHeader("Cache-Control", "private, no-store");
    response.writeHead = writeHead;
    return reason === undefined ? response.writeHead(status) : response.writeHead(status, reason);
  };
}

/** Only files whose name carries the hash of their content may be kept by a browser. */
function isLasting(path: string, status: number): boolean {
  return path.startsWith("/_next/static/") && [200, 206, 304].includes(status);
}

/** `writeHead` takes an object, a flat list or a list of pairs; Node documents no other form. */
function pairs(given: unknown): [string, string | string[]][] {
  if (!given || typeof given !== "object") return [];
  if (!Array.isArray(given)) return Object.entries(given).filter(([, value]) => value !== undefined);
  if (Array.isArray(given[0])) return given;
  return given.flatMap((name, index) => (index % 2 === 0 ? [[name, given[index + 1]]] : []));
}
