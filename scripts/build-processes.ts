import { existsSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildVerifierHtml } from "@/verifier/build";
import { beginBuild } from "./sources.mjs";

const entries = {
  start: "server/supervisor/start.ts",
  prepare: "server/supervisor/prepare.ts",
  web: "server/web.ts",
  worker: "server/worker.ts",
  migrate: "scripts/migrate.ts",
  candor: "scripts/candor.ts",
};

/** Packages written for CommonJS ask for `require`, which a module does not have. */
const requireForBundled =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

/** Compiles the processes to plain files in `dist/`, so that none of them carries a compiler in memory. */
export async function buildProcesses() {
  const record = beginBuild("processes");
  rmSync("dist", { recursive: true, force: true });
  await bundle(entries, "dist");
  writeFileSync("dist/verify.html", await buildVerifierHtml({ certificatesPem: [] }));
  record();
}

/** As they are built, into a folder of the project: from elsewhere their packages would not be found. */
export async function bundle(processes: Partial<typeof entries>, outdir: string) {
  const present = Object.entries(processes).filter(([, file]) => existsSync(file));
  await build({
    entryPoints: Object.fromEntries(present),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    platform: "node",
    target: "node24",
    format: "esm",
    jsx: "automatic",
    // Loaded file by file, drizzle-orm alone takes 150 MB of memory; in one file it takes two. These cannot be
    // bundled: they read files of their own, or React must be the same one for all of them.
    external: [
      "next",
      "esbuild",
      "pino",
      "react",
      "react-dom",
      "@react-pdf/*",
      "@react-email/*",
      "@libpdf/*",
      "harfbuzzjs",
    ],
    banner: { js: requireForBundled },
    logLevel: "warning",
    // The marker package throws outside Next's own bundler; what it guards is guarded there.
    alias: { "server-only": "./test/empty.ts" },
  });
}
