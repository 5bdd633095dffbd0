import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request as ask, get, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "@/server/embedded/ports";
import { expect, test } from "./fixtures";

const body = JSON.stringify({ sha256: "0".repeat(64), practice: "harbor" });

/** Another web process of this build on the same data, as when there are several. */
async function startWeb(): Promise<{ web: ChildProcess; address: string }> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const web = spawn(process.execPath, ["dist/web.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: address,
      LOG_LEVEL: "fatal",
      DATABASE_OWNER_URL: undefined,
    },
    stdio: "inherit",
  });
  await expect.poll(() => statusOf(`${address}/api/ready`)).toBe(200);
  return { web, address };
}

function statusOf(address: string): Promise<number> {
  return new Promise((resolve) => {
    get(address, { agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    }).on("error", () => resolve(0));
  });
}

/** Asked every 20 ms, whether or not the former has been answered: each in its turn, as a load balancer does. */
async function askedUntil(address: string, end: number): Promise<Promise<number>[]> {
  const answers: Promise<number>[] = [];
  while (Date.now() < end) {
    answers.push(statusOf(address));
    await pause(20);
  }
  return answers;
}

/** A request whose last part is not sent before `finish` is called. */
function halfSent(address: string) {
  const headers = { origin: address, "content-type": "application/json", "content-length": body.length };
  const request = ask(`${address}/api/documents/standing`, { method: "POST", headers, agent: false });
  const answered = once(request, "response").then(async ([response]: IncomingMessage[]) => {
    let text = "";
    for await (const chunk of response ?? []) text += chunk;
    return { status: response?.statusCode, text };
  });
  request.write(body.slice(0, 10));
  return { answered, finish: () => request.end(body.slice(10)) };
}

test("a web process asked to stop serves what it has begun, and is gone within 15 seconds", async () => {
  const { web, address } = await startWeb();
  const half = halfSent(address);
  const pages = Array.from({ length: 20 }, () => statusOf(`${address}/sign-in`));
  await pause(200);

  const told = Date.now();
  const gone = once(web, "exit");
  web.kill("SIGTERM");
  const readiness = await askedUntil(`${address}/api/ready`, told + 1_500);
  half.finish();
  expect((await Promise.all(readiness)).find((status) => status !== 200)).toBe(503);

  expect(await Promise.all(pages)).toEqual(pages.map(() => 200));
  expect(await half.answered).toEqual({ status: 200, text: '{"stands":"unknown"}' });
  expect(await gone).toEqual([0, null]);
  expect(Date.now() - told).toBeLessThan(15_000);
  expect(await statusOf(`${address}/api/health`)).toBe(0);
});
