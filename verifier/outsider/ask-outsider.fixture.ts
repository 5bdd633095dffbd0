import { spawnSync } from "node:child_process";
import path from "node:path";

type Answer = { file: string; holds: boolean | null; finding?: string; time?: string };
type Known = {
  certificates?: string;
  trail?: string;
  key?: string;
  noted?: string;
  against?: string;
  witness?: string;
  quorum?: string;
};

const program = path.join(import.meta.dirname, "check.py");

/** What the verifier written from docs/verification.md alone says of each file and folder, in one run. */
export function askOutsider(paths: readonly string[], known: Known = {}): Answer[] {
  const options = Object.entries(known).flatMap(([name, value]) => [`--${name}`, value]);
  const { status, stdout, stderr } = spawnSync("python3", ["-B", program, ...options, ...paths], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const answers: Answer[] = stdout.split("\n").flatMap((line) => (line ? JSON.parse(line) : []));
  if (answers.length < paths.length || (status !== 0 && status !== 1)) throw new Error(stderr);
  return answers;
}
