import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { en } from "@/locales/en/texts";
import { es } from "@/locales/es/texts";

const root = path.resolve(import.meta.dirname, "..");

/** These refuse programs, files and the command line, and have words of their own. */
const elsewhere = /^lib\/(audit|seal)\//;

const sources = ["lib", "app"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file) && !elsewhere.test(file))
  .map((file) => readFileSync(path.join(root, file), "utf8"));

/** Every reason that the code names: in a union `…Refusal = "…" | "…"`, and in `new Refused("…")`. */
function reasons(): string[] {
  const unions = sources.flatMap((text) => [...text.matchAll(/\btype \w*Refusal =([^;]+);/g)]);
  const thrown = sources.flatMap((text) => [...text.matchAll(/new Refused(?:<[^>]*>)?\(\s*("[a-z-]+")/g)]);
  const named = [...unions, ...thrown].flatMap(([, part = ""]) => [...part.matchAll(/"([a-z-]+)"/g)]);
  return [...new Set(named.map(([, reason = ""]) => reason))].sort();
}

test.each([
  ["English", en.refusals],
  ["Spanish", es.refusals],
])("every refusal has words in %s", (_, words) => {
  expect(reasons().filter((reason) => !Object.hasOwn(words, reason))).toEqual([]);
  expect(reasons()).toContain("link-used");
});
