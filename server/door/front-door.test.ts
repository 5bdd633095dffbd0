import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { routes } from "@/lib/routes";
import { frontDoor } from "./front-door";

const settings = {
  appUrl: "https://candor.example.org",
  demo: false,
  trustedProxy: false,
  development: false,
  https: true,
};
const own = { origin: settings.appUrl, "content-type": "application/x-www-form-urlencoded" };
let seen: { headers: IncomingMessage["headers"]; body: string } | null = null;
let databaseUp = true;
let draining = false;

const start = (changed: Partial<typeof settings>) =>
  frontDoor({
    settings: { ...settings, ...changed },
    databaseIsUp: async () => databaseUp,
    staffOfCookies: async (cookies) => cookies || null,
    isDraining: () => draining,
    async handle(request, response) {
      let body = "";
      for await (const chunk of request) body += chunk;
      seen = { headers: request.headers, body };
      if (request.url === "/breaks") throw new Error("canary");
      response.writeHead(200, { "cache-control": "public, max-age=1000", "Content-Security-Policy": "none" });
      response.end("page");
    },
  }).listen(0, "127.0.0.1");

let server: Server;
let demo: Server;
let proxied: Server;
beforeAll(async () => {
  server = start({});
  demo = start({ demo: true, appUrl: "http://localhost:3000", https: false });
  proxied = start({ trustedProxy: true });
  await Promise.all([server, demo, proxied].map((each) => each.listening || once(each, "listening")));
});
afterAll(() => {
  for (const each of [server, demo, proxied]) each.close();
});
beforeEach(() => {
  seen = null;
  databaseUp = true;
  draining = false;
});

const portOf = (which: Server) => (which.address() as AddressInfo).port;

type Ask = { method?: string; headers?: Record<string, string>; body?: string; of?: Server };

function ask(path: string, { method = "GET", headers = {}, body, of = server }: Ask = {}) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; text: string }>(
    (resolve, reject) => {
      const options = { host: "127.0.0.1", port: portOf(of), path, method, headers, agent: false };
      const request = httpRequest(options, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      request.on("error", reject);
      request.end(body);
    },
  );
}

const post = (path: string, headers: Record<string, string>, body = "a=1", of = server) =>
  ask(path, { method: "POST", headers, body, of });

function expectOurHeaders(headers: IncomingMessage["headers"]) {
  expect(headers["content-security-policy"]).toMatch(
    /script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'; style-src/,
  );
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "cache-control": "private, no-store",
  });
}

test("every answer carries our headers, whoever wrote it and whatever it wanted to send", async () => {
  const answers = [
    await ask("/"),
    await ask("/breaks"),
    await ask("/", { method: "PUT" }),
    await post("/", { ...own, origin: "null" }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 500, 405, 403]);
  for (const answer of answers) expectOurHeaders(answer.headers);
  expect(answers[1]?.text).not.toContain("canary");
});

test("only the sample of electronic records stands in a frame, and in our own pages alone", async () => {
  const sample = routes.accessTest("01890a5d-ac96-774b-bcce-b302099a8057");
  const framedBy = async (path: string) =>
    /frame-ancestors ([^;]+)/.exec(String((await ask(path)).headers["content-security-policy"]))?.[1];
  expect(await framedBy(`${sample}?in=page`)).toBe("'self'");
  for (const path of [
    "/",
    `${sample}/`,
    `/my${sample}`,
    routes.document("01890a5d-ac96-774b-bcce-b302099a8057"),
  ])
    expect(await framedBy(path), path).toBe("'none'");
});

test("each request has a nonce of its own, and the page learns the same one", async () => {
  const nonceOf = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1];
  const first = nonceOf((await ask("/")).headers["content-security-policy"]);
  expect(seen?.headers["x-nonce"]).toBe(first);
  expect(nonceOf(seen?.headers["content-security-policy"])).toBe(first);
  expect(nonceOf((await ask("/")).headers["content-security-policy"])).not.toBe(first);
});

test("only files named by their content may be kept by a browser", async () => {
  expect((await ask("/_next/static/chunks/a.js")).headers["cache-control"]).toBe("public, max-age=1000");
  expect((await ask("/_next/image?url=a")).headers["cache-control"]).toBe("private, no-store");
});

test("without https no promise about https is made", async () => {
  expect((await ask("/", { of: demo })).headers["strict-transport-security"]).toBeUndefined();
});

test("what a visitor claims about address, framework or nonce is dropped", async () => {
  const claims = {
    forwarded: "for=6.6.6.6",
    "x-forwarded-for": "6.6.6.6",
    "x-forwarded-host": "evil.test",
    "x-real-ip": "6.6.6.6",
    "x-middleware-subrequest": "middleware:middleware",
    "x-nonce": "mine",
    "x-nextjs-data": "1",
    "x-http-method-override": "DELETE",
    "content-security-policy": "script-src 'nonce-mine'",
    host: "evil.test",
    rsc: "1",
  };
  await ask("/", { headers: claims });
  expect(seen?.headers).toMatchObject({
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "candor.example.org",
    "x-forwarded-proto": "https",
    host: "candor.example.org",
    rsc: "1",
  });
  expect(JSON.stringify(seen?.headers)).not.toMatch(/6\.6\.6\.6|evil|mine|middleware|override|nextjs-data/);
});

test("a trusted proxy's last word is the visitor's address, and nothing that is not an address", async () => {
  await ask("/", { of: proxied, headers: { "x-forwarded-for": "6.6.6.6, 203.0.113.7" } });
  expect(seen?.headers["x-forwarded-for"]).toBe("203.0.113.7");
  await ask("/", { of: proxied, headers: { "x-forwarded-for": "6.6.6.6, <script>" } });
  expect(seen?.headers["x-forwarded-for"]).toBe("127.0.0.1");
});

test.each([
  [undefined],
  ["null"],
  ["https://evil.test"],
  ["http://candor.example.org"],
  ["https://candor.example.org:444"],
  ["https://candor.example.org/"],
  ["https://CANDOR.example.org"],
  ["https://candor.example.org.evil.test"],
  ["%%%"],
])("a change asked for from the origin %s is refused before anything sees it", async (origin) => {
  const { origin: _, ...rest } = own;
  const answer = await post("/", origin === undefined ? rest : { ...own, origin });
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('lang="es"');
  expect(seen).toBeNull();
});

test("a change asked for from our own pages arrives whole", async () => {
  expect((await post("/", own, "typed=Ana")).status).toBe(200);
  expect(seen?.body).toBe("typed=Ana");
});

test("in the demo localhost and 127.0.0.1 are both ours, each for itself", async () => {
  const port = portOf(demo);
  const from = (origin: string, host: string) => post("/", { ...own, origin, host }, "a=1", demo);
  expect((await from(`http://localhost:${port}`, `localhost:${port}`)).status).toBe(200);
  expect((await from(`http://127.0.0.1:${port}`, `127.0.0.1:${port}`)).status).toBe(200);
  expect((await from(`http://localhost:${port}`, `127.0.0.1:${port}`)).status).toBe(403);
});

test("the demo does not answer to a foreign name that points at this computer", async () => {
  for (const host of ["evil.test", "127.0.0.1.evil.test", "localhost.evil.test:3000", "192.168.1.5"]) {
    expect((await ask("/", { of: demo, headers: { host } })).status).toBe(403);
  }
});

test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])(
  "%s is not a way to use any page",
  async (method) => {
    const answer = await ask("/", { method, headers: own });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
    expect(seen).toBeNull();
  },
);

test("only the kinds of content our pages send are accepted", async () => {
  const kind = async (type: string, path = "/", more = {}, body = "[]") =>
    (await post(path, { ...own, "content-type": type, ...more }, body)).status;
  expect(await kind("application/json")).toBe(415);
  expect(await kind("application/json", "/api/x")).toBe(200);
  expect(await kind("text/plain")).toBe(415);
  expect(await kind("text/plain", "/", { "next-action": "ab" })).toBe(200);
  expect(await kind("text/plain", "/", { "next-action": "ab" }, "not json")).toBe(400);
  expect(await kind("text/xml")).toBe(415);
});

test("a body over a megabyte is refused, announced or not", async () => {
  const large = "x".repeat(1_000_001);
  expect((await post("/", own, large)).status).toBe(413);
  expect((await post("/", { ...own, "transfer-encoding": "chunked" }, large)).status).toBe(413);
  expect(seen).toBeNull();
});

test("the one address that takes a file takes more, up to its own bound", async () => {
  const address = "/desk/harbor/patients/019ab0f0-0000-7000-8000-000000000002/agreements";
  const form = { ...own, "content-type": "multipart/form-data; boundary=AbC", cookie: "of=staff" };
  const part = '--AbC\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  const file = (bytes: number) => `${part}${"x".repeat(bytes)}\r\n--AbC--\r\n`;
  expect((await post(address, form, file(10_000_000))).status).toBe(200);
  expect(seen?.body.length).toBeGreaterThan(10_000_000);
  seen = null;
  expect((await post(address, form, file(10_100_001))).status).toBe(413);
  expect((await post("/desk/harbor/patients", form, file(1_000_001))).status).toBe(413);
  expect((await post(address, own, "x".repeat(1_000_001))).status).toBe(413);
  expect(seen).toBeNull();
});

test("a form that was cut off on its way is refused", async () => {
  const type = "multipart/form-data; boundary=AbC";
  const part = '--AbC\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
  const send = async (body: string, contentType = type) =>
    (await post("/", { ...own, "content-type": contentType }, body)).status;
  expect(await send(`${part}--AbC--\r\n`)).toBe(200);
  expect(await send(part)).toBe(400);
  expect(await send(`${part}--AbC--`, "multipart/form-data")).toBe(400);
});

test.each([
  ["/my/%", 400],
  ["/api/documents/%ff", 400],
  ["/api/practices/%00/certificates", 400],
  ["//evil.example/x", 400],
  ["/_next/static/../../desk/harbor", 400],
  ["/desk/%2e%2e/harbor", 400],
  ["/_next/image?url=%2F%25&w=64&q=75", 404],
  ["/_global-error", 404],
])("an address the framework would stumble over goes no further: %s", async (path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.headers["content-security-policy"]).toContain("nonce-");
  expect(seen).toBeNull();
});

test("a router's tree the framework cannot read is dropped, and one it can is kept", async () => {
  const tree = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }, null, null]));
  for (const [sent, kept] of [
    [tree, tree],
    ["%", undefined],
    ["[]", undefined],
    ["x", undefined],
    [encodeURIComponent('["",{"children":5}]'), undefined],
    [encodeURIComponent('["",{},5]'), undefined],
    [`${'["",{"a":'.repeat(31)}["",{}]${"}]".repeat(31)}`, undefined],
  ] as const) {
    await ask("/", { headers: { "next-router-state-tree": sent } });
    expect(seen?.headers["next-router-state-tree"]).toBe(kept);
  }
});

test.each([
  ["without a host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["to two hosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n"],
  [
    "expecting what nobody offers",
    "GET / HTTP/1.1\r\nHost: x\r\nExpect: banana\r\nConnection: close\r\n\r\n",
  ],
])("a request %s is answered with our headers too", async (_, request) => {
  const answer = await raw(request);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer.toLowerCase()).toContain("content-security-policy:");
});

test("an upgrade is not taken up: the request is answered and the socket closed", async () => {
  server.on("upgrade", failOnUpgrade);
  const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`)).toMatch(/^HTTP\/1.1 200 /);
  server.off("upgrade", failOnUpgrade);
});

function failOnUpgrade() {
  throw new Error("somebody took the socket");
}

/** Everything that comes back on a socket until the other side ends it. */
async function raw(request: string): Promise<string> {
  const socket = connect(portOf(server), "127.0.0.1");
  socket.write(request);
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return answer;
}

test("what is not HTTP at all is answered with our headers too", async () => {
  const raw = async (text: string) => {
    const socket = connect(portOf(server), "127.0.0.1");
    socket.end(text);
    let answer = "";
    for await (const chunk of socket) answer += chunk;
    return answer;
  };
  expect(await raw("nonsense\r\n\r\n")).toMatch(/^HTTP\/1.1 400 [\s\S]*Content-Security-Policy/);
  expect(await raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${"y".repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 431 /,
  );
  expect(await raw("GET http://evil.test/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).toMatch(
    /^HTTP\/1.1 400 /,
  );
});

test("without the database pages and calls say so, while liveness and readiness still answer", async () => {
  databaseUp = false;
  const page = await ask("/my/harbor");
  expect(page.status).toBe(503);
  expect(page.text).toMatch(/Nothing is lost[\s\S]*No se ha perdido nada/);
  expect(JSON.parse((await ask("/api/documents/1")).text)).toEqual({ error: "unavailable" });
  expect((await ask("/api/health")).status).toBe(200);
  expect((await ask("/api/ready")).status).toBe(200);
});

test("the file of somebody who is nobody here is let pass, and what it was for learns that it is they", async () => {
  const id = "019ab0f0-0000-7000-8000-000000000002";
  const headers = { ...own, "content-type": "multipart/form-data; boundary=a" };
  const path = `/desk/harbor/patients/${id}/agreements`;
  expect((await ask(path, { method: "POST", headers, body: "x".repeat(2_000_000) })).status).toBe(200);
  expect(seen?.body).toBe("");
});

test("while stopping, readiness says no first and everything else is still served", async () => {
  draining = true;
  expect((await ask("/api/ready")).status).toBe(503);
  const page = await ask("/");
  expect(page.status).toBe(200);
  expect(page.headers.connection).toBe("close");
});
