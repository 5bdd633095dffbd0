import { spawn } from "node:child_process";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { isAlive } from "@/server/supervisor/processes";
import { type Cluster, startCluster } from "./postgres";
import { prepareDatabase } from "./prepare-database";

const settings = { fsync: "off" };
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "candor-cluster-"));
  folders.push(folder);
  return folder;
}

async function ask(cluster: { superuserUrl(): string }, question: string) {
  const sql = postgres(cluster.superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(question);
    return row?.answer;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Starts a process of its own that starts PostgreSQL, the way `npm start` would. */
async function starterProcess(dir: string, prefix: string[] = [], environment: Record<string, string> = {}) {
  const [command = "", ...args] = [
    ...prefix,
    process.execPath,
    "--import",
    "tsx",
    "test/cluster-starter.ts",
    dir,
  ];
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HOME: "/tmp", ...environment },
  });
  let problem = "";
  child.stderr.on("data", (chunk) => {
    problem += chunk;
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve(String(chunk)));
    child.once("exit", () => reject(new Error(problem)));
  });
  return { child, url: String(JSON.parse(line).url), port: Number(JSON.parse(line).port) };
}

test("starts below a folder only its owner may enter, keeps its data, and stops", async () => {
  const closed = temporaryFolder();
  chmodSync(closed, 0o700);
  const dir = path.join(closed, "deep", "postgres");
  const first = await startCluster({ dir, settings });
  await ask(first, "create table kept as select 42 as answer");
  expect(statSync(path.join(dir, "superuser-password")).mode & 0o077).toBe(0);
  const pid = Number(readFileSync(path.join(dir, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  await first.stop();

  const second = await startCluster({ dir, settings });
  expect(second.adopted).toBe(false);
  expect(await ask(second, "select answer from kept")).toBe(42);
  await second.stop();
});

test("two who start it at once share one server", async () => {
  const dir = temporaryFolder();
  const clusters = await Promise.all([startCluster({ dir, settings }), startCluster({ dir, settings })]);
  const [one, other] = clusters as [Cluster, Cluster];
  expect(one.port).toBe(other.port);
  expect(clusters.filter((each) => each.adopted)).toHaveLength(1);
  await one.stop();
});

test("a server whose starter was killed is adopted as it runs", async () => {
  const dir = temporaryFolder();
  const { child, port } = await starterProcess(dir);
  child.kill("SIGKILL");
  const cluster = await startCluster({ dir, settings });
  expect(cluster).toMatchObject({ adopted: true, port });
  expect(await ask(cluster, "select 1 as answer")).toBe(1);
  await cluster.stop();
});

test("a running server that refuses the password on file is stopped and started afresh", async () => {
  const dir = temporaryFolder();
  const first = await startCluster({ dir, settings });
  const password = readFileSync(path.join(dir, "superuser-password"), "utf8");
  writeFileSync(path.join(dir, "superuser-password"), "something else");
  const second = await startCluster({ dir, settings });
  expect(second.adopted).toBe(false);
  writeFileSync(path.join(dir, "superuser-password"), password);
  await second.stop();
  await expect(ask(first, "select 1 as answer")).rejects.toThrow();
});

test("a pid file whose number now belongs to another program does not stand in the way", async () => {
  const dir = temporaryFolder();
  const first = await startCluster({ dir, settings });
  await first.stop();
  writeFileSync(path.join(dir, "cluster", "postmaster.pid"), `${process.ppid}\n${dir}/cluster\n0\n5432\n`);
  const second = await startCluster({ dir, settings });
  expect(await ask(second, "select 1 as answer")).toBe(1);
  await second.stop();
});

test("the roles and the database are made once, and made again change only the passwords", async () => {
  const cluster = await startCluster({ dir: temporaryFolder(), settings });
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${cluster.port}/candor`;
  await prepareDatabase(cluster.superuserUrl(), { name: "candor", ownerPassword: "a'b", appPassword: "one" });
  await prepareDatabase(cluster.superuserUrl(), { name: "candor", ownerPassword: "own", appPassword: "two" });

  const as = (role: string, password: string) => ({ superuserUrl: () => url(role, password) });
  expect(await ask(as("candor_app", "two"), "select current_user as answer")).toBe("candor_app");
  await expect(ask(as("candor_app", "one"), "select 1 as answer")).rejects.toThrow(/password/);
  await expect(ask(as("candor_app", "two"), "create table mine (id int)")).rejects.toThrow(/denied/);
  const owner = "select rolcreaterole and not rolsuper as answer from pg_roles where rolname = current_user";
  expect(await ask(as("candor_owner", "own"), owner)).toBe(true);
  await cluster.stop();
});

const unreachable = isRoot ? whyNobodyCannotRead() : "not root: every test here already ran as a normal user";

test.skipIf(unreachable !== null)(
  `a normal user starts it without help from root ${unreachable ?? ""}`,
  async () => {
    const dir = path.join(temporaryFolder(), "data");
    mkdirSync(dir);
    chmodSync(path.dirname(dir), 0o755);
    chownSync(dir, nobody, nobody);
    const { child, url } = await starterProcess(dir, [
      "setpriv",
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      "--clear-groups",
    ]);
    expect(await ask({ superuserUrl: () => url }, "select 1 as answer")).toBe(1);
    const pid = Number(readFileSync(path.join(dir, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
    expect(statSync(path.join(dir, "cluster")).uid).toBe(nobody);
    child.kill("SIGKILL");
    process.kill(pid, "SIGINT");
  },
);

test.skipIf(unreachable !== null)(
  `root without user namespaces hands the files to nobody ${unreachable ?? ""}`,
  async () => {
    const dir = temporaryFolder();
    chmodSync(dir, 0o755);
    const without = { PATH: "/nowhere" };
    const { child, url } = await starterProcess(path.join(dir, "data"), [], without);
    expect(await ask({ superuserUrl: () => url }, "select 1 as answer")).toBe(1);
    expect(statSync(path.join(dir, "data", "cluster")).uid).toBe(nobody);
    child.kill("SIGKILL");
    const cluster = await startCluster({ dir: path.join(dir, "data"), settings });
    expect(cluster.adopted).toBe(true);
    await cluster.stop();
  },
);

function whyNobodyCannotRead(): string | null {
  try {
    accessSync("/usr/bin/setpriv", constants.X_OK);
  } catch {
    return "(skipped: no setpriv on this machine)";
  }
  for (let folder = process.cwd(); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return `(skipped: a normal user cannot enter ${folder})`;
  }
  return null;
}
