import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const folders = {
  app: ["app", "db", "lib", "locales", "public", "patches"],
  processes: ["db", "lib", "locales", "server", "scripts", "patches"],
};
const files = ["next.config.ts", "tsconfig.json", "package-lock.json"];
const stamps = { app: ".next/candor-sources", processes: "dist/candor-sources" };

/**
 * One fingerprint over everything a build reads; tests are left out.
 * @param {keyof typeof stamps} what
 */
function sourcesHash(what) {
  const hash = createHash("sha256");
  for (const file of [...folders[what].flatMap(filesBelow), ...files.filter((name) => existsSync(name))]) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/**
 * Whether what was built is what the sources say now.
 * @param {keyof typeof stamps} what
 */
export function isBuilt(what) {
  return existsSync(stamps[what]) && readFileSync(stamps[what], "utf8") === sourcesHash(what);
}

/**
 * To be called before a build: an interrupted one must not pass for whole, and what changes while it runs
 * belongs to the next one. Answers with what records it when it is done.
 * @param {keyof typeof stamps} what
 */
export function beginBuild(what) {
  const hash = sourcesHash(what);
  rmSync(stamps[what], { force: true });
  return () => {
    mkdirSync(path.dirname(stamps[what]), { recursive: true });
    writeFileSync(stamps[what], hash);
  };
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
      return entry.isFile() && !/\.(test|fixture)\.tsx?$/.test(entry.name) ? [file] : [];
    });
}
