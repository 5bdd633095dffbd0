import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";

/** What the build serves, read from its own lists: what nobody thought of stands there all the same. */
export function servedRoutes(): string[] {
  const listed = Object.values(readList<Record<string, string>>(".next/app-path-routes-manifest.json"));
  return listed.filter((route) => !route.startsWith("/_"));
}

export type ServedAction = { id: string; name: string; route: string };

type Listed = Record<string, { exportedName: string; workers: Record<string, unknown> }>;

/** Every server action, and a route that can be posted to for it. */
export function servedActions(): ServedAction[] {
  const { node } = readList<{ node: Listed }>(".next/server/server-reference-manifest.json");
  return Object.entries(node).map(([id, { exportedName: name, workers }]) => {
    const [worker = ""] = Object.keys(workers);
    return { id, name, route: worker.replace(/^app(.*)\/(page|route)$/, "$1") || "/" };
  });
}

/** The address a route has for these parameters; one that nobody gave a value is a mistake of the test. */
export function addressOf(route: string, parameters: Record<string, string>): string {
  return route.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    const value = parameters[name];
    if (!value) throw new Error(`Nobody said what [${name}] of ${route} is`);
    return value;
  });
}

export type Answer = { status: number; location: string; body: string };
type Asked = { method?: "GET" | "HEAD" | "POST"; headers?: Record<string, string>; data?: string };

/**
 * What was answered, without what differs in every answer: nonces, ids the page repeats, and the order in which
 * the parts of React's stream happened to be ready.
 */
export async function answerTo(request: APIRequestContext, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = "GET", data } = asked;
  const form = { origin: process.env.APP_URL ?? "", "content-type": "application/x-www-form-urlencoded" };
  const headers = { ...(method === "POST" && form), ...asked.headers };
  const response = await request.fetch(path, { method, headers, maxRedirects: 0, ...(data && { data }) });
  const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
  const body = (await response.text())
    .replaceAll(nonce, "NONCE")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replaceAll('"])</script><script nonce="NONCE">self.__next_f.push([1,"', "")
    .split("\\n");
  const location = response.headers().location ?? "";
  return { status: response.status(), location, body: body.toSorted().join("\n") };
}

/** As a page of ours calls an action from a script. */
export function callAction(request: APIRequestContext, action: ServedAction, path: string, given: unknown[]) {
  const headers = { "next-action": action.id, "content-type": "text/plain;charset=UTF-8" };
  return answerTo(request, path, { method: "POST", headers, data: JSON.stringify(given) });
}

/** Next wrote the file with the build that is running; of its shape only this much is used. */
function readList<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
