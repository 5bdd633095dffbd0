import { readFileSync } from "node:fs";
import postgres from "postgres";
import { expect, test } from "vitest";
import { testDatabase } from "@/test/database";

type Manifest = Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>;
type Lock = { packages: Record<string, { version?: string; resolved?: string; integrity?: string }> };

const database = await testDatabase();
const manifest = readManifest();
const lock = readLock();
const locked = Object.entries(lock.packages).filter(([place]) => place !== "");

/** The oldest versions without a hole that matters here; what is older is refused wherever it lies in the tree. */
const floors: Record<string, string> = {
  next: "16.4.1",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "5.0.0-beta.32",
  nodemailer: "10.4.1",
  "drizzle-orm": "0.45.2",
};

test.each(Object.entries(floors))("every copy of %s is at least %s", (name, floor) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => compare(version, floor) < 0)).toEqual([]);
});

test.each(["nodemailer", "next", "react", "react-dom", "postgres", "drizzle-orm"])(
  "there is one %s",
  (name) => {
    expect(versionsOf(name)).toHaveLength(1);
  },
);

test("the driver is the version that the patch is for", () => {
  expect(versionsOf("postgres")).toEqual(["3.4.9"]);
});

test("PostgreSQL keeps row-level security from leaking through statistics", async () => {
  const sql = postgres(database.url, { max: 1 });
  const [row] = await sql`select current_setting('server_version_num')::int as number`;
  await sql.end();
  expect(row?.number).toBeGreaterThanOrEqual(150_014);
});

test("every version is exact, and the lockfile has the same", () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  for (const [name, version] of Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("the packages of one family have one version", () => {
  const mantine = Object.entries(manifest.dependencies).filter(([name]) => name.startsWith("@mantine/"));
  expect(new Set(mantine.map(([, version]) => version)).size).toBe(1);
});

test("the lockfile names no registry, and a checksum for everything", () => {
  expect(locked.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
  expect(locked.filter(([, { integrity }]) => !integrity).map(([place]) => place)).toEqual([]);
});

function versionsOf(name: string): string[] {
  const copies = locked.filter(([place]) => place.endsWith(`node_modules/${name}`));
  return copies.map(([, { version = "" }]) => version);
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

/** npm wrote the file, and the shape of a package.json is known. */
function readManifest() {
  return JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
}

/** npm wrote the file, in its third version, whose shape is known. */
function readLock() {
  return JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
}
