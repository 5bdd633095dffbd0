import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const folders = ["app", "db", "lib", "locales", "public", "server", "scripts", "types", "patches"];
const files = ["next.config.ts", "tsconfig.json", "package-lock.json", "instrumentation.ts"];
const stamps = { app: ".next/candor-sources", processes: "dist/candor-sources" };

/** One fingerprint over everything a build reads; tests are left out. */
export function sourcesHash() {
  const hash = createHash("sha256");
  for (const file of [...folders.flatMap(filesBelow), ...files.filter((name) => existsSync(name))]) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * Whether what was built is what the sources say now.
 * @param {keyof typeof stamps} what
 * @param {string} hash
 */
export function isBuilt(what, hash) {
  return existsSync(stamps[what]) && readFileSync(stamps[what], "utf8") === hash;
}

/** @param {keyof typeof stamps} what */
export function forgetBuild(what) {
  rmSync(stamps[what], { force: true });
}

/**
 * @param {keyof typeof stamps} what
 * @param {string} hash
 */
export function recordBuild(what, hash) {
  mkdirSync(path.dirname(stamps[what]), { recursive: true });
  writeFileSync(stamps[what], hash);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(file);
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [file] : [];
    });
}
