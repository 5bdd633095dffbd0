import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What changes its whole process: it mocks modules, sets what the environment is read from once, or hears faults. */
const apart = [
  "app/action.test.ts",
  "db/driver.test.ts",
  "lib/documents/seal-meanwhile.test.ts",
  "lib/documents/word-of-copies.test.ts",
  "test/signatures-migration.test.ts",
];
const tests = "{bench,lib,verifier,db,demo,app,server,scripts,test}/**/*.test.{ts,tsx}";

/** All other files share the modules of their worker, which is half the work: each leaves them as they were. */
export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: { "server-only": fileURLToPath(new URL("./test/empty.ts", import.meta.url)) },
  },
  test: {
    globalSetup: ["./test/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "apart", include: apart } },
      { extends: true, test: { name: "together", include: [tests], exclude: apart, isolate: false } },
    ],
  },
});
