import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { carryCertificates } from "./carry-certificates";

const folder = path.dirname(fileURLToPath(import.meta.url));
const source = (name: string) => path.join(folder, name);

/** The verifier as one HTML file that needs no network; it may carry the certificates it is to trust. */
export async function buildVerifierHtml({ certificatesPem = [] }: { certificatesPem?: string[] } = {}) {
  const [page, style, script] = await Promise.all([
    readFile(source("offline-page.html"), "utf8"),
    bundled("offline-page.css"),
    bundled("offline.ts"),
  ]);
  const parts: Record<string, string> = {
    SCRIPT_HASH: cspHash(script),
    STYLE_HASH: cspHash(style),
    SCRIPT: script,
    STYLE: style,
  };
  const html = page.replace(/%(\w+)%|\/\* (\w+) \*\//g, (whole, hash, text) => parts[hash ?? text] ?? whole);
  return carryCertificates(html, certificatesPem);
}

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source(name)],
    tsconfig: path.join(folder, "../tsconfig.json"),
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  return outputFiles[0]?.text.trim() ?? "";
}

function cspHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = path.join(folder, "../dist/verify.html");
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, await buildVerifierHtml());
  process.stdout.write(`${target}\n`);
}
