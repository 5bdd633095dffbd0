import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export type Import = { to: string; typeOnly: boolean };
export type Source = { file: string; module: string; text: string; imports: Import[]; forTests: boolean };

/** The files git knows or would take, so that what a build or a run leaves behind is not looked at. */
export function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  return listed.split("\n").filter((file) => file !== "" && existsSync(file));
}

export function readSources(): Source[] {
  return projectFiles()
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => {
      const text = readFileSync(file, "utf8");
      const forTests = /\.(test|fixture)\.|^(test|e2e|bench)\//.test(file);
      return { file, module: moduleOf(file), text, imports: importsOf(file, text), forTests };
    });
}

/** Modules that need each other, if only for a type, as the way round. */
export function circles(sources: Source[]): string[] {
  const known = new Map(sources.map((source) => [source.module, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (module: string, way: string[]) => {
    if (way.includes(module)) found.push([...way.slice(way.indexOf(module)), module].join(" > "));
    if (way.includes(module) || done.has(module)) return;
    for (const { to } of known.get(module)?.imports ?? []) visit(to, [...way, module]);
    done.add(module);
  };
  for (const module of known.keys()) visit(module, []);
  return found;
}

function importsOf(file: string, text: string): Import[] {
  const lines = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+\s+from\s+)?"([^"]+)"/gm);
  const calls = text.matchAll(/\bimport\(\s*()"([^"]+)"/g);
  return [...lines, ...calls].map(([, type, to = ""]) => ({
    to: resolved(file, to),
    typeOnly: Boolean(type),
  }));
}

function resolved(file: string, to: string): string {
  if (to.startsWith("@/")) return moduleOf(to.slice(2));
  return to.startsWith(".") ? moduleOf(path.join(path.dirname(file), to)) : to;
}

function moduleOf(file: string): string {
  return file.replace(/\.(tsx?|mjs)$/, "");
}
