import { spawn } from "node:child_process";
import type { Variables } from "@/lib/env";
import { beginBuild, isBuilt } from "./sources.mjs";

export function appIsBuilt(): boolean {
  return isBuilt("app");
}

/** Builds the pages, saying every few seconds that it is still at it; answers with the exit code. */
export async function buildApp(environment: Variables = process.env): Promise<number> {
  const record = beginBuild("app");
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.log("Building the pages (about a minute the first time) …");
  const progress = setInterval(() => console.log(`  … still building, ${seconds()} s`), 5_000);

  const { code, output } = await nextBuild(environment);
  clearInterval(progress);
  if (code === 0) {
    record();
    console.log(`Built in ${seconds()} s.`);
  } else {
    console.error(`${output}\nThe build failed after ${seconds()} s.`);
  }
  return code;
}

function nextBuild(environment: Variables): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("SIGTERM", () => {
    child.kill("SIGTERM");
    process.exit(1);
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
