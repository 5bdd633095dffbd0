import type { APIRequestContext } from "@playwright/test";
import { addressOf, answerTo, servedRoutes } from "./served";

/** Routes anybody may read. Every other one that the build serves has to fit a rule of `readerOf`. */
const open: readonly string[] = [
  "/",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/confirm",
  "/sign-in/question",
  "/set-up",
  "/p/[practice]",
  "/verify",
  "/verify/offline",
  "/dev/mail",
  "/icon.svg",
  "/api/health",
  "/api/ready",
  "/api/documents/standing",
  "/api/practices/[practice]/certificates",
  "/api/practices/[practice]/checkpoint",
];

/** What is recorded when it is taken is posted for, so that following a link changes nothing. */
export const posted: readonly string[] = ["/api/practices/[practice]/trail", "/desk/[practice]/board/file"];

/** Take a file: what is posted to them without what they need is refused, once it is known who may post. */
const filed: readonly string[] = [
  "/desk/[practice]/patients/[patientId]/agreements",
  "/desk/[practice]/safeguards/[safeguardId]/attestations",
];
const byIdAlone = [
  "/api/access-tests/[testId]",
  "/api/documents/[documentId]",
  "/api/agreements/[agreementId]",
  "/api/attestations/[attestationId]",
];

export function readerOf(route: string): "anybody" | "staff" | "patient" | "whoever is signed in" {
  if (open.includes(route)) return "anybody";
  if (route.startsWith("/desk/[practice]") || route === posted[0]) return "staff";
  if (route.startsWith("/my/[practice]")) return "patient";
  if (route === "/my" || byIdAlone.includes(route)) return "whoever is signed in";
  throw new Error(`${route} is served, and nobody said to whom`);
}

export const closed = () => servedRoutes().filter((route) => readerOf(route) !== "anybody");
export const withId = (route: string) => /\[\w+Id\]/.test(route);
/** As the page of it does: a GET, or a post of nothing. */
export const ask = (request: APIRequestContext, route: string, parameters: Record<string, string>) =>
  answerTo(request, addressOf(route, parameters), {
    method: posted.includes(route) || filed.includes(route) ? "POST" : "GET",
  });
