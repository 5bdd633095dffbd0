import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { newFolder } from "@/lib/seal/foreign-tools.fixture";
import { signedHistory } from "@/server/witness/history.fixture";
import { verifierKey } from "@/verifier/trail/checkpoint";
import { readWitness } from "@/verifier/trail/cosignature";
import { runCandor } from "./run-candor";

const cwd = newFolder();
afterAll(() => rmSync(cwd, { recursive: true }));
const history = signedHistory();
const key = verifierKey(history.origin, history.publicKey);
writeFileSync(path.join(cwd, "harbor.txt"), `${key}\n\n${history.note(5)}`);

/** The command as people start it, where no database is and nothing is set. */
function start(...args: string[]) {
  const program = path.resolve("scripts/candor.ts");
  const { PATH, TMPDIR } = process.env;
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), program, "witness", ...args],
    {
      env: { PATH, TMPDIR, INIT_CWD: cwd, NODE_ENV: "test" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function addressOf(child: ChildProcess): Promise<{ key: string; address: string }> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    lines.push(line);
    const [, address] = /follows 1 history on (\S+)/.exec(line) ?? [];
    if (address) return { key: lines.at(-2) ?? "", address };
  }
  throw new Error(lines.join("\n"));
}

async function run(...args: string[]) {
  const said: string[] = [];
  const terminal = {
    say: (line: string) => said.push(line),
    complain: (line: string) => said.push(line),
    cwd,
  };
  return { code: await runCandor(["witness", ...args], terminal), said: said.join("\n") };
}

// It starts the command three times.
it("a witness runs without a database, once a folder, and remembers after it was killed", {
  timeout: 120_000,
}, async () => {
  const common = ["own", "--log", "harbor.txt", "--port", "0"];
  const first = start(...common, "--name", "chamber.example/w");
  const { key: ownKey, address } = await addressOf(first);
  expect(readWitness(ownKey)?.name).toBe("chamber.example/w");
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const submit = (to: string, body: string) => fetch(`${to}/add-checkpoint`, { method: "POST", body });
  expect((await submit(address, history.submission(0, 200))).status).toBe(200);
  expect(await run(...common)).toEqual({
    code: 2,
    said: `This witness runs already, as process ${first.pid}.`,
  });
  first.kill("SIGKILL");
  await once(first, "exit");

  const second = start(...common);
  const again = await addressOf(second);
  expect(again.key).toBe(ownKey);
  expect((await submit(again.address, history.fork(3).submission(200, 210))).status).toBe(422);
  expect(await (await submit(again.address, history.submission(0, 100))).text()).toBe("200\n");
  expect((await submit(again.address, history.submission(200, 210))).status).toBe(200);
  second.kill("SIGTERM");
  expect(await once(second, "exit")).toEqual([0, null]);
});

it.each<[string, string[], RegExp]>([
  ["no folder", ["--log", "harbor.txt"], /missing required argument 'folder'/],
  ["nothing to follow", ["new", "--name", "x"], /--log <key\.\.\.>' not specified/],
  ["a file that is not there", ["new", "--name", "x", "--log", "none.txt"], /none\.txt cannot be read/],
  ["a witness's key", ["new", "--log", "chamber.example/w+a+b"], /cannot be read/],
  ["no name at first", ["new", "--log", "harbor.txt"], /needs a name/],
  ["a port that is none", ["new", "--log", "harbor.txt", "--port", "80x"], /It is no port/],
  [
    "a place where nobody can listen",
    ["new", "--name", "x", "--log", "harbor.txt", "--host", "192.0.2.1"],
    /Nothing can listen on 192\.0\.2\.1/,
  ],
])("with %s it says so, with exit code 2", async (_, args, words) => {
  const { code, said } = await run(...args);
  expect(said).toMatch(words);
  expect(code).toBe(2);
});

it("--help says what it does", async () => {
  const { code, said } = await run("--help");
  expect(said).toContain("refuses one that was set back");
  expect(code).toBe(0);
});
