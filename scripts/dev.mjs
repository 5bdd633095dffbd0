import "./check-node.mjs";
import { spawn } from "node:child_process";
import path from "node:path";

process.chdir(path.join(import.meta.dirname, ".."));

const child = spawn(process.execPath, ["--import", "tsx", "server/supervisor/start.ts", "--dev"], {
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
});
// The terminal's Ctrl-C reaches the child as well; a signal to this process alone is handed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 1));
