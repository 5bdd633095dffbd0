import { decodePercent } from "./decode-percent";
import { isOfService } from "./meeting-services";

/** Gateways, redirects and short links: their own address says nothing of where it leads. */
const detours = new RegExp(
  `(^|\\.)(${[
    "safelinks\\.protection\\.outlook\\.com",
    "urldefense(\\.proofpoint)?\\.(com|us)",
    "secure-web\\.cisco\\.com",
    "cudasvc\\.com",
    "mimecast(protect)?\\.com",
    "protect\\.checkpoint\\.com",
    "avanan\\.click",
    "clicktime\\.symantec\\.com",
    "fireeye\\.com",
    "trendmicro\\.com",
    "protection\\.sophos\\.com",
    "(bit|ow)\\.ly",
    "tinyurl\\.com",
    "t\\.co",
    "goo\\.gl",
  ].join("|")})$`,
);
const redirectTo = ["url", "q", "u", "a"];

/** The addresses another one carries inside: none that can be read of a detour; null where it leads by itself. */
export function carriedIn(url: URL): string[] | null {
  const launched = launchedBy(url);
  if (launched) return [launched];
  const found = defendedIn(url) ?? addressesIn(url);
  if (found.length > 0) return found;
  return isDetour(url) || namesHost(url)
    ? redirectTo.flatMap((name) => url.searchParams.get(name) ?? []).slice(0, 1)
    : null;
}

/** Teams opens its program by a page that carries the rest of the address without its host. */
function launchedBy({ hostname, pathname, searchParams }: URL): string | null {
  const inner = searchParams.get("url");
  const isLauncher = /^teams\.(microsoft|live)\.com$/.test(hostname) && /launcher/i.test(pathname);
  return isLauncher && inner?.startsWith("/") ? `https://${hostname}${inner}` : null;
}

const runs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Proofpoint writes `*` for each sign it took out, `**` and a letter for several, and the signs behind `__;`. */
function defendedIn({ href }: URL): string[] | null {
  const [, address, taken = ""] = /\/v3\/__(https?:.+?)__;([^!]*)!/i.exec(href) ?? [];
  if (!address) return null;
  const signs = [...base64Read(taken)];
  const whole = address.replace(/\*(?:\*(.))?/g, (_, run?: string) =>
    signs.splice(0, run ? runs.indexOf(run) + 2 : 1).join(""),
  );
  return [withSlashes(whole)];
}

function addressesIn({ pathname, search, searchParams, hash }: URL): string[] {
  const plain = /https?:\/.*/i.exec(pathname);
  // Check Point closes the address with three low lines.
  if (plain) return [withSlashes(`${plain[0]}${search}${hash}`.replace(/___.*$/, ""))];
  const parts = [...pathname.split("/"), ...searchParams.values(), hash.slice(1)];
  return parts.flatMap((part) => addressAt(part) ?? []);
}

/** The address in a text, through as many layers as it was encoded in. */
function addressAt(text: string): string | null {
  const [found] = /https?:\/.*/is.exec(text) ?? [];
  if (found) return withSlashes(found);
  const [lowLines] = /https?-3a__.*/i.exec(text) ?? [];
  if (lowLines)
    return addressAt(decodePercent(lowLines.replaceAll("_", "/").replace(/-(?=[0-9a-f]{2})/gi, "%")));
  const [base64] = /aHR0c(HM6|Dov)[\w+/-]+/.exec(text) ?? [];
  const read = base64 ? base64Read(base64) : decodePercent(text);
  return read === text ? null : addressAt(read);
}

function withSlashes(address: string): string {
  return address.replace(/^(https?:)\/+/i, "$1//");
}

function base64Read(text: string): string {
  const standard = text.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(standard.slice(0, lengthOfWhole(standard))), (sign) =>
    sign.charCodeAt(0),
  );
  return new TextDecoder().decode(bytes);
}

/** One letter too many says less than a byte. */
function lengthOfWhole({ length }: string): number {
  return length % 4 === 1 ? length - 1 : length;
}

function isDetour({ hostname, pathname }: URL): boolean {
  return detours.test(hostname) || (/(^|\.)google\.[a-z.]+$/.test(hostname) && pathname === "/url");
}

/** Some say only the host of where they lead. */
function namesHost({ pathname, searchParams }: URL): boolean {
  const named = [...searchParams].filter(
    ([name, value]) => /^(d|domain|host)$/i.test(name) && /\.[a-z]{2,}$/i.test(value),
  );
  return named.length > 0 || [...pathname.split("/"), ...searchParams.values()].some(isOfService);
}
