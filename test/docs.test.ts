import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { nouns } from "@/test/architecture-list";
import { projectFiles } from "@/test/sources";

const files = projectFiles();
const documents = files.filter((file) => /^([A-Z]+|docs\/.+|lib\/.+)\.md$/.test(file));
const top = new Set(files.map((file) => file.split("/")[0]));
const pages = files
  .filter((file) => /^app\/.*(page\.tsx|route\.ts)$/.test(file))
  .map(
    (file) =>
      new RegExp(
        `^${path
          .dirname(file)
          .slice("app".length)
          .replace(/\[\w+\]/g, "[^/]+")}$`,
      ),
  );
const scripts = Object.keys(readScripts());
const commands = readCommands();

/** Names of the environment that other people's checks rely on. */
const promised = [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "DATABASE_LISTEN_URL",
  "PORT",
  "APP_URL",
  "AUTH_SECRET",
  "CANDOR_MASTER_KEY",
  "SMTP_URL",
  "MAIL_FROM",
  "TSA_URL",
  "CANDOR_DATA_DIR",
  "CANDOR_DEMO",
];

describe.each(documents)("%s", (document) => {
  const text = readFileSync(document, "utf8");
  const code = [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, block, word]) => block ?? word ?? "",
  );

  test("the paths it names exist", () => {
    expect(code.flatMap((piece) => piece.split(/\s/)).filter(isAbsentPath)).toEqual([]);
  });

  test("the links and pictures in it lead somewhere", () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) => link);
    const ours = links.filter((link) => !/^(https?|mailto):/.test(link));
    expect(ours.filter((link) => !existsSync(path.join(path.dirname(document), link)))).toEqual([]);
  });

  test("the commands it gives can be given", () => {
    const given = code.flatMap((piece) => [
      ...piece.matchAll(/\bnpm run (?:-s )?([\w:]+)(?: -- ([a-z]+) ([a-z-]+))?/g),
    ]);
    for (const [line, script = "", noun, verb] of given) {
      expect(scripts, line).toContain(script);
      if (script === "candor" && noun) expect(commands, line).toContain(`${noun} ${verb}`);
    }
  });

  test("the addresses it names have a page", () => {
    const addresses = code.filter((piece) => /^\/[a-z][\w{}/-]*$/.test(piece) && !existsSync(piece));
    const served = (address: string) => pages.some((page) => page.test(address));
    expect(addresses.filter((address) => !served(address))).toEqual([]);
  });
});

test.runIf(existsSync("README.md"))("the README has every name of the environment and every command", () => {
  const text = readFileSync("README.md", "utf8");
  const rows = [...text.matchAll(/^\| (`.+?) \|/gm)].map(([, first = ""]) => [
    ...first.matchAll(/`([^`]+)`/g),
  ]);
  const named = rows.flat().map(([, name = ""]) => name);
  const parsed = readEnvironment();
  expect(parsed).toEqual(expect.arrayContaining(promised));
  expect(named.filter((name) => /^[A-Z][A-Z_]+$/.test(name)).sort()).toEqual(parsed.sort());
  expect(named.filter((name) => /^[a-z]+ [a-z-]+$/.test(name)).sort()).toEqual(commands.sort());
});

/** What begins like a path of the project; with a placeholder or a wildcard in it, it stands for several. */
function isAbsentPath(word: string): boolean {
  const name = word.replace(/^["'(]+|["'),.;:]+$/g, "").replace(/:\d+$/, "");
  if (!/^[\w.@[\]()/-]+$/.test(name) || !name.includes("/")) return false;
  return top.has(name.split("/")[0]) && !existsSync(name);
}

function readEnvironment(): string[] {
  const text = readFileSync("lib/env.ts", "utf8");
  const [, variables = ""] = /const variables = z\s*\.object\(\{\n([\s\S]*?)\n {2}\}\)/.exec(text) ?? [];
  return [...variables.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name = ""]) => name);
}

function readCommands(): string[] {
  return files
    .filter((file) => /^scripts\/commands\/\w+\.ts$/.test(file))
    .flatMap((file) => {
      const [noun, ...verbs] = [...readFileSync(file, "utf8").matchAll(/\.command\("([^" ]+)/g)].map(
        ([, name]) => name,
      );
      return verbs.map((verb) => `${noun} ${verb}`);
    });
}

/** npm reads the same file, and refuses another shape. */
function readScripts() {
  return (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts;
}

test("every decision and every noun's rules stand in the index of decisions", () => {
  const index = readFileSync("docs/decisions/README.md", "utf8");
  const pages = documents.filter((file) => /^docs\/decisions\/\d|^lib\/.*RULES\.md$/.test(file));
  expect(pages.filter((file) => !index.includes(`(${path.relative("docs/decisions", file)})`))).toEqual([]);
});

test("every noun of lib stands in the README", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(nouns.filter((noun) => !readme.includes(`\`lib/${noun}\``))).toEqual([]);
});
