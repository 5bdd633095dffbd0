import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Programs of others that have to agree with us. Absent in CI they are an error, elsewhere a skip. */
export function lacks(tool: string): string | false {
  if (spawnSync("which", [tool]).status === 0) return false;
  if (process.env.CI === "true") throw new Error(`${tool} is not installed, and in CI it has to be.`);
  return `${tool} is not installed here`;
}

export function run(tool: string, args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  return { status, output: stdout + stderr };
}

export function fileIn(folder: string, name: string, content: Uint8Array | string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "candor-seal-"));
}

/** What three programs of others say of a sealed file; `ca` holds the certificates they may trust. */
export function othersSay(folder: string, bytes: Buffer, ca: string) {
  const pdf = fileIn(folder, "document.pdf", bytes);
  const { output } = run("pdfsig", ["-nocert", pdf]);
  const [from = 0, until = 0] = rangeOf(bytes);
  const seal = fileIn(folder, "seal.der", Buffer.from(bytes.toString("latin1", from + 1, until - 1), "hex"));
  const content = fileIn(folder, "content", Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)]));
  const cms = ["cms", "-verify", "-binary", "-inform", "DER", "-in", seal, "-content", content];
  const openssl = run("openssl", [...cms, "-CAfile", ca, "-purpose", "any", "-cades", "-out", "/dev/null"]);
  return {
    valid: output.includes("Signature is Valid."),
    total: output.includes("Total document signed"),
    qpdf: run("qpdf", ["--check", pdf]).status,
    openssl: openssl.status,
  };
}

/** Where the seal's slot begins and ends, read from /ByteRange as any program would. */
function rangeOf(bytes: Buffer): number[] {
  const range = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+\d+\s*\]/.exec(bytes.toString("latin1"));
  return [Number(range?.[1]), Number(range?.[2])];
}
