import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newFolder } from "@/lib/seal/foreign-tools.fixture";
import { parseCheckpoint } from "@/verifier/trail/checkpoint";
import { cosignaturesOf, witnessKey } from "@/verifier/trail/cosignature";
import { signedHistory } from "./history.fixture";
import { openMemory } from "./memory";
import { witnessServer } from "./witness-server";

const folder = newFolder();
const memory = await openMemory(folder, "chamber.example/witness");
const said: string[] = [];
const histories = new Map<string, ReturnType<typeof signedHistory>>();
const followed: { origin: string; keys: [ReturnType<typeof signedHistory>["publicKey"]] }[] = [];
const server = witnessServer(memory, followed, (line) => said.push(line));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const port = typeof address === "object" && address ? address.port : 0;
const base = `http://127.0.0.1:${port}`;
afterAll(() => {
  server.close();
  server.closeAllConnections();
  memory.close();
  rmSync(folder, { recursive: true });
});

function newHistory() {
  const history = signedHistory(`candor.example/audit/${histories.size}`);
  histories.set(history.origin, history);
  followed.push({ origin: history.origin, keys: [history.publicKey] });
  return history;
}

async function submit(body: string | Uint8Array<ArrayBuffer>) {
  const response = await fetch(`${base}/add-checkpoint`, { method: "POST", body });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.text() };
}

const conflict = (size: number) => ({ status: 409, type: "text/x.tlog.size", body: `${size}\n` });
const isConfirmed = async (note: string, line: string) => {
  const checkpoint = parseCheckpoint(note + line);
  return checkpoint !== null && (await cosignaturesOf(checkpoint, [memory.witness])).length === 1;
};

let history = newHistory();
beforeEach(() => {
  history = newHistory();
});

describe("a witness confirms", () => {
  it("a first checkpoint, one that goes on from it, and the same one again", async () => {
    for (const [old, size] of [
      [0, 70],
      [70, 200],
      [200, 200],
      [200, 201],
    ] as const) {
      const { status, body } = await submit(history.submission(old, size));
      expect(status).toBe(200);
      expect(await isConfirmed(history.note(size), body)).toBe(true);
    }
  });

  it("what others signed too, under keys it does not know", async () => {
    const stranger = signedHistory(history.origin);
    const [line = ""] = stranger.note(9).split("\n").slice(-2);
    expect((await submit(`${history.submission(0, 9)}${line}\n`)).status).toBe(200);
  });

  it("under its own name and key, which it tells whoever asks", async () => {
    const told = await (await fetch(base)).text();
    expect(told).toBe(`${witnessKey(memory.witness)}\n`);
    expect(told).toMatch(/^chamber\.example\/witness\+/);
  });
});

describe("a witness does not confirm", () => {
  it("a history that was set back, and says how much it knows", async () => {
    await submit(history.submission(0, 200));
    expect(await submit(history.submission(100, 150))).toEqual(conflict(200));
    expect(await submit(history.submission(0, 150))).toEqual(conflict(200));
    expect(await submit(history.submission(0, 250))).toEqual(conflict(200));
    expect((await submit(history.submission(200, 250))).status).toBe(200);
  });

  it("a history that was set back and went on otherwise, whatever it offers as a proof", async () => {
    await submit(history.submission(0, 200));
    const fork = history.fork(120);
    const [, ...honest] = history.submission(200, 250).split("\n\n")[0]?.split("\n") ?? [];
    const proofs = [fork.submission(200, 250), ["old 200", ...honest, "", fork.note(250)].join("\n")];
    for (const body of proofs) expect((await submit(body)).status).toBe(422);
    expect(await submit(fork.submission(200, 200))).toEqual(conflict(200));
    expect(await submit(fork.submission(100, 200))).toEqual(conflict(200));
    expect((await submit(history.submission(200, 250))).status).toBe(200);
    expect(said.filter((line) => line.includes(history.origin) && line.startsWith("REFUSED"))).toHaveLength(
      3,
    );
  });

  it("a history it does not follow", async () => {
    expect((await submit(signedHistory("candor.example/audit/other").submission(0, 5))).status).toBe(404);
  });

  it("what another key signed, or a known key did not", async () => {
    expect((await submit(signedHistory(history.origin).submission(0, 5))).status).toBe(403);
    const spoilt = history.submission(0, 5).replace(/\n5\n/, "\n6\n");
    expect((await submit(spoilt)).status).toBe(403);
  });

  it("more than is there", async () => {
    expect((await submit(history.submission(0, 5).replace("old 0", "old 6"))).status).toBe(400);
  });

  const sound = () => history.submission(7, 70);
  it.each<[string, () => string]>([
    ["nothing", () => ""],
    ["no size", () => sound().replace("old 7\n", "")],
    ["a size with a zero before", () => sound().replace("old 7", "old 07")],
    ["a size below zero", () => sound().replace("old 7", "old -7")],
    ["a size that is none", () => sound().replace("old 7", "old 7 ")],
    ["a size nobody can count", () => sound().replace("old 7", "old 9007199254740993")],
    ["another word", () => sound().replace("old 7", "new 7")],
    ["carriage returns", () => sound().replaceAll("\n", "\r\n")],
    ["no empty line", () => sound().replace("\n\n", "\n")],
    ["a node that is too short", () => sound().replace("\n", "\nAAAA\n")],
    ["a node in another alphabet", () => sound().replace("\n", `\n${"_".repeat(43)}=\n`)],
    ["64 nodes", () => sound().replace("\n", `\n${`${Buffer.alloc(32).toString("base64")}\n`.repeat(64)}`)],
    ["no note", () => sound().slice(0, sound().indexOf("\n\n") + 2)],
    ["a note without a signature", () => sound().slice(0, sound().indexOf("—"))],
  ])("a submission with %s", async (_, body) => {
    expect((await submit(body())).status).toBe(400);
  });

  it("a proof where nothing was confirmed before", async () => {
    const node = `${Buffer.alloc(32).toString("base64")}\n`;
    expect((await submit(history.submission(0, 5).replace("\n", `\n${node}`))).status).toBe(422);
  });

  it("what is larger than any submission, nor waits for all of it", async () => {
    expect((await submit(new Uint8Array(128 * 1024 + 1))).status).toBe(413);
  });

  it("by another address or method", async () => {
    expect((await fetch(`${base}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${base}/other`, { method: "POST", body: history.submission(0, 5) })).status).toBe(
      404,
    );
  });
});

it("of many at once that go on from the same place confirms one", async () => {
  const fork = history.fork(0);
  const bodies = Array.from(
    { length: 60 },
    (_, index) => [history, fork][index % 2]?.submission(0, index + 1) ?? "",
  );
  const answers = await Promise.all(bodies.map(submit));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const latest = answers.findIndex(({ status }) => status === 200) + 1;
  expect(memory.latestOf(history.origin)?.size).toBe(latest);
  expect(answers.filter(({ status }) => status !== 200)).toEqual(Array(59).fill(conflict(latest)));
});

it("goes on after a visitor who says no more", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nold 0\n");
  await once(socket, "connect");
  expect((await submit(history.submission(0, 5))).status).toBe(200);
  socket.destroy();
});

it("keeps the first signed note that contradicts it, as proof", async () => {
  await submit(history.submission(0, 200));
  await submit(history.fork(3).submission(200, 250));
  await submit(history.fork(4).submission(200, 260));
  const kept = JSON.parse(readFileSync(`${folder}/witness.json`, "utf8")).histories[history.origin];
  expect(kept).toEqual({ latest: history.note(200), contradicting: history.fork(3).note(250) });
});
