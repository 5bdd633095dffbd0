import { routes } from "@/lib/routes";

const within = ["/my", "/desk", "/api/documents", "/api/access-tests"];
const base = "http://candor.invalid";

/** A path of ours that a sign-in may lead to, or null: nothing a stranger wrote may lead elsewhere. */
export function safePath(given: string | null | undefined): string | null {
  if (!given || given.length > 500 || !/^\/[\x21-\x7e]*$/.test(given) || given.includes("\\")) return null;
  const url = URL.parse(given, base);
  if (url?.origin !== base) return null;
  const known = within.some((prefix) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`));
  url.searchParams.delete("_rsc");
  return known ? url.pathname + url.search : null;
}

/** The path of a page of ours that a browser says it comes from, or null: the header is whatever it sent. */
export function ownPath(address: string | null, appUrl: string): string | null {
  const url = URL.parse(address ?? "");
  if (!url || url.origin !== new URL(appUrl).origin || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search;
}

export function practiceOfPath(path: string | null): string | null {
  return /^\/(?:my|desk)\/([a-z0-9-]+)(?:[/?]|$)/.exec(path ?? "")?.[1] ?? null;
}

export function leadsToDesk(path: string): boolean {
  return path === "/desk" || path.startsWith("/desk/");
}

export function leadsToPatient(path: string): boolean {
  return path.startsWith("/my/");
}

export function signInFor(path: string): string {
  return `${routes.signIn}?next=${encodeURIComponent(path)}`;
}
