import type { IncomingMessage } from "node:http";
import type { PlainPage } from "./plain-pages";
import { isLoopbackAddress, isLoopbackName, type RequestSettings } from "./request-headers";

/** Why a request goes no further than our door, or null. Asked before anything else sees it. */
export function whyNotAdmit(
  request: IncomingMessage,
  settings: RequestSettings,
  address: string,
): PlainPage | null {
  const method = request.method ?? "";
  const path = request.url ?? "";
  if (!isPlainPath(path) || !namesOneHost(request)) return "malformed";
  if (!/^(100-continue)?$/i.test(request.headers.expect ?? "")) return "malformed";
  if (path.startsWith("/_next/image") || path.startsWith("/_global-error")) return "missing";
  if (!["GET", "HEAD", "POST"].includes(method)) return "method";
  if (settings.demo && !isLoopbackAddress(address)) return "demo-is-local";
  if (settings.demo && !isLoopbackName(request.headers.host ?? "")) return "demo-is-local";
  if (method !== "POST") return null;

  if (!isOwnOrigin(request, settings)) return "foreign-origin";
  if (!hasKnownContent(request)) return "content";
  return null;
}

/** As browsers write one: from the root, decodable, without steps up or empty ones, without NUL. */
function isPlainPath(address: string): boolean {
  const [path = ""] = address.split("?");
  if (!path.startsWith("/") || path.startsWith("//") || address.length > 8_000) return false;
  try {
    const steps = decodeURIComponent(path).split("/");
    return !steps.some((step) => step === "." || step === ".." || step.includes("\0"));
  } catch {
    return false;
  }
}

/** Of two names a proxy before us may have believed the other. */
function namesOneHost({ headers, rawHeaders }: IncomingMessage): boolean {
  const names = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  return names.length === 1 && Boolean(headers.host);
}

/** Exactly ours, as the browser writes it: absent, "null", foreign or misspelt is not. */
function isOwnOrigin(request: IncomingMessage, settings: RequestSettings): boolean {
  const { origin, host } = request.headers;
  if (!origin) return false;
  if (!settings.demo) return origin === settings.appUrl;
  return origin === `http://${host}` || (origin === settings.appUrl && new URL(origin).host === host);
}

function hasKnownContent(request: IncomingMessage): boolean {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "multipart/form-data" || type === "application/x-www-form-urlencoded") return true;
  if (type === "text/plain") return request.headers["next-action"] !== undefined;
  return type === "application/json" && (request.url ?? "").startsWith("/api/");
}
