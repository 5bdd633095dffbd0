import { readFileSync, rmSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { makeSealedCopy } from "@/lib/documents/sealed-copy.fixture";
import { fileIn, newFolder } from "@/lib/seal/foreign-tools.fixture";
import { ownDatabase } from "@/test/database";
import { runCandor } from "./run-candor";

await ownDatabase();

it("document verify answers as docs/verification.md shows it", async () => {
  const page = readFileSync("docs/verification.md", "utf8");
  const [shown = ""] = /(?<=```text\n)Nothing in this file[^`]+(?=```)/.exec(page) ?? [];
  const { made, bytes, certificates } = await makeSealedCopy();
  const cwd = newFolder();
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const file = fileIn(cwd, "copy.pdf", bytes);
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const ca = fileIn(cwd, "known.pem", certificates);
  await runCandor(["document", "verify", file, "--ca", ca], { say, complain: say, cwd });

  const alike = (text: string, practice: string) =>
    text
      .trim()
      .replaceAll(practice, "…")
      .replace(/says that this was on .*/, "says that this was on …")
      .replace(/^SHA-256 .*$/m, "SHA-256 …")
      .replace(/^([A-Z][^:.]+): .*$/gm, "$1: …")
      .replace(/(?<=^Answered: …\n)[\s\S]*(?=^Document number)/m, "");
  expect(alike(said.join("\n"), made.practice.name)).toBe(alike(shown, "Harbor"));
});
