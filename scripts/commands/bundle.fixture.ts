import path from "node:path";
import { writeBundle } from "@/lib/audit/bundle";
import type { Trail } from "@/lib/audit/trail.fixture";
import { runCandor } from "./run-candor";

/** Writes exports of trails into this folder, and asks the command about them from there. */
export function bundlesIn(cwd: string) {
  return { write, verifyBundle };

  function write(name: string, source: Trail) {
    return writeBundle(path.join(cwd, name), {
      ...source,
      keys: source.keys.map((publicKey) => ({ publicKey, from: new Date(0), until: null })),
      certificates: "",
      verifyPage: "",
    });
  }

  async function verifyBundle(...args: string[]) {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    const code = await runCandor(["audit", "verify-bundle", ...args], { say, complain: say, cwd });
    return { code, said: said.join("\n") };
  }
}
