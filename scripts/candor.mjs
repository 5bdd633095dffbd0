import "./check-node.mjs";
import { spawn } from "node:child_process";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const child = spawn(
  process.execPath,
  ["--import", import.meta.resolve("tsx"), path.join(root, "scripts/candor.ts"), ...process.argv.slice(2)],
  { stdio: "inherit", cwd: root, env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() } },
);
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 1));
