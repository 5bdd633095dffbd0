import "./check-node.mjs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { isBuilt } from "./sources.mjs";

process.chdir(path.join(import.meta.dirname, ".."));
process.env.NEXT_TELEMETRY_DISABLED = "1";

if (!isBuilt("processes")) {
  const build = spawnSync(process.execPath, ["--import", "tsx", "scripts/build.ts", "processes"], {
    stdio: "inherit",
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

await import(path.resolve("dist/start.mjs"));
