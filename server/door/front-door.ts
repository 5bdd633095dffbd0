import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { DatabaseDown } from "@/lib/database-fault";
import { type Answering, whileAnswering } from "@/lib/request-fault";
import { log, safeError } from "@/server/log";
import { answerInstead } from "./answer-instead";
import { bodyAllowances, type StaffOfCookies, withFile } from "./body-allowance";
import { answerClientError } from "./client-error";
import { type PlainPage, sendPlainPage } from "./plain-pages";
import { dropBody, readBody, withBody } from "./request-body";
import { whyNotAdmit } from "./request-gate";
import { type RequestSettings, settleHeaders, visitorAddress } from "./request-headers";
import { contentSecurityPolicy, type HeaderSettings, keepHeaders, securityHeaders } from "./response-headers";

type Door = {
  settings: RequestSettings & HeaderSettings;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
  databaseIsUp(): Promise<boolean>;
  isDraining(): boolean;
  staffOfCookies: StaffOfCookies;
};

type OpenDoor = Door & { allowance: ReturnType<typeof bodyAllowances> };

/** Every request passes here first and every response leaves with our headers, whoever writes it. */
export function frontDoor(given: Door): Server {
  const door: OpenDoor = { ...given, allowance: bodyAllowances(given.staffOfCookies) };
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 30_000,
    requireHostHeader: false,
    // The framework listens for upgrades by itself; such sockets would pass this door and never close.
    shouldUpgradeCallback: () => door.settings.development,
  });
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    admit(door, request, response).catch((error) => {
      log.error(safeError(error), "a request failed");
      if (response.headersSent) response.destroy();
      else
        sendPlainPage(response, error instanceof DatabaseDown ? "unavailable" : "broken", request.url ?? "/");
    });
  };
  server.on("request", receive);
  server.on("checkExpectation", receive);
  server.on("clientError", (error, socket) => answerClientError(error, socket, door.settings));
  return server;
}

async function admit(door: OpenDoor, request: IncomingMessage, response: ServerResponse) {
  const { settings } = door;
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const address = visitorAddress(request, settings.trustedProxy);
  const nonce = randomBytes(18).toString("base64");
  keepHeaders(response, path, securityHeaders(nonce, settings, path));
  if (door.isDraining() || request.headers.upgrade) response.setHeader("Connection", "close");

  const refusal = whyNotAdmit(request, settings, address) ?? (await whyNotNow(door, path));
  if (refusal) return sendPlainPage(response, refusal, path);

  const policy = contentSecurityPolicy(nonce, settings.development);
  settleHeaders(request, settings, { address, nonce, policy });
  if (request.method !== "POST") return hand(door, request, response, path);

  const allowance = await door.allowance(request, response);
  if (allowance === "busy") return sendPlainPage(response, "busy", path);
  if (allowance === "nobody") {
    const problem = await dropBody(request, withFile);
    if (problem) return sendPlainPage(response, problem, path);
    return hand(door, withBody(request, Buffer.alloc(0)), response, path);
  }
  const body = await readBody(request, allowance);
  if (!Buffer.isBuffer(body)) return sendPlainPage(response, body, path);
  return hand(door, withBody(request, body), response, path);
}

async function hand(door: OpenDoor, request: IncomingMessage, response: ServerResponse, path: string) {
  const answering: Answering = { fault: null };
  answerInstead(response, path, () => answering.fault);
  await whileAnswering(answering, () => door.handle(request, response));
}

/** Liveness and static files need no database; readiness tells about it itself. */
async function whyNotNow(door: Door, path: string): Promise<PlainPage | null> {
  if (path === "/api/ready") return door.isDraining() ? "unavailable" : null;
  if (path === "/api/health" || path.startsWith("/_next/")) return null;
  return (await door.databaseIsUp()) ? null : "unavailable";
}
