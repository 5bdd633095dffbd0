import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { noteFault } from "@/lib/request-fault";
import { frontDoor } from "./front-door";

let answer: (response: ServerResponse) => void = () => {};
const server = frontDoor({
  settings: {
    appUrl: "https://candor.example.org",
    demo: false,
    trustedProxy: false,
    development: false,
    https: true,
  },
  databaseIsUp: async () => true,
  isDraining: () => false,
  staffOfCookies: async () => null,
  handle: (_, response) => answer(response),
}).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

/** What a visitor reads where the framework answers so. */
async function read(path: string, how: typeof answer) {
  answer = how;
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function givesUp(response: ServerResponse) {
  response.statusCode = 500;
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.setHeader("content-length", 21);
  response.end("Internal Server Error");
}

/** As the framework streams a page, packed. */
function showsItsPage(response: ServerResponse) {
  response.statusCode = 500;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-encoding", "br");
  response.setHeader("vary", "rsc");
  response.write("packed ");
  response.end("page");
}

const after = (fault: "unavailable" | "full", how: typeof answer) => (response: ServerResponse) => {
  noteFault(fault);
  how(response);
};

test("where the framework gives up, both languages say that nothing is lost and what to do", async () => {
  const { status, headers, text } = await read("/my/harbor", givesUp);
  expect(status).toBe(500);
  expect(text).toMatch(/What was stored before stays stored[\s\S]*Lo que ya estaba guardado sigue guardado/);
  expect(text).not.toContain("Internal Server Error");
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  expect(headers.get("content-security-policy")).toContain("script-src 'nonce-");
});

test.each([givesUp, showsItsPage])(
  "a database that went away meanwhile is a 503 like any other",
  async (how) => {
    const { status, headers, text } = await read("/my/harbor", after("unavailable", how));
    expect(status).toBe(503);
    expect(text).toMatch(/Nothing is lost[\s\S]*No se ha perdido nada/);
    expect(headers.get("retry-after")).toBe("5");
    expect(headers.get("content-encoding")).toBe(null);
  },
);

test("a database without room says what was not stored", async () => {
  const { status, text } = await read("/my/harbor", after("full", givesUp));
  expect(status).toBe(503);
  expect(text).toMatch(/sent a moment ago was not stored[\s\S]*acaba de enviar no se guardó/);
});

test("what asks for data is answered in data", async () => {
  expect(JSON.parse((await read("/api/documents/1", givesUp)).text)).toEqual({ error: "broken" });
  const { text } = await read("/api/documents/1", after("full", givesUp));
  expect(JSON.parse(text)).toEqual({ error: "full" });
});

test("a page that shows its own error, and one that got over the fault, are left alone", async () => {
  const own = await read("/", (response) => {
    response.statusCode = 500;
    response.setHeader("content-type", "text/html");
    response.end("calm page");
  });
  expect([own.status, own.text]).toEqual([500, "calm page"]);
  const other = await read(
    "/",
    after("unavailable", (response) => response.end("from memory")),
  );
  expect([other.status, other.text]).toEqual([200, "from memory"]);
});
