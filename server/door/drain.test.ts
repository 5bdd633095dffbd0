import { once } from "node:events";
import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { drain } from "./drain";

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(work: () => Promise<void> | void): Promise<() => Promise<number>> {
  server = createServer(async (_, response) => {
    response.setHeader("Connection", "close");
    await work();
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return () =>
    new Promise((resolve) => {
      get({ host: "127.0.0.1", port, agent: false }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode ?? 0));
      }).on("error", () => resolve(0));
    });
}

/** Holds up the event loop, as drawing a page does. */
function busyFor(milliseconds: number) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("who came before the door closed is served, however long the others before them took", async () => {
  const ask = await serve(() => busyFor(50));
  const callers = Array.from({ length: 30 }, ask);
  expect(await drain(server, 6_000)).toBe("finished");
  expect(await Promise.all(callers)).toEqual(callers.map(() => 200));
  expect(await ask()).toBe(0);
});

test("the door stays open for a while, so that who asks for readiness hears no", async () => {
  const ask = await serve(() => {});
  const drained = drain(server, 6_000);
  const late: number[] = [];
  while (late.length < 10) {
    await pause(20);
    late.push(await ask());
  }
  expect(late).toEqual(late.map(() => 200));
  expect(await drained).toBe("finished");
});

test("what never ends is cut off at the deadline", async () => {
  const ask = await serve(() => new Promise<void>(() => {}));
  const caller = ask();
  expect(await drain(server, 900)).toBe("cut off");
  expect(await caller).toBe(0);
});

test("callers without end do not keep the door open", async () => {
  const ask = await serve(() => {});
  let over = false;
  const drained = drain(server, 2_000).finally(() => {
    over = true;
  });
  while (!over) {
    void ask();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await drained).toBe("finished");
});
