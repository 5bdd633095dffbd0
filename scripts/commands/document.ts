import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { findInclusion, type Inclusion } from "@/lib/audit/find-inclusion";
import { publishedCertificates } from "@/lib/audit/published-certificates";
import { Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { NotAccepted } from "@/verifier/not-accepted";
import { factsOf } from "@/verifier/record-facts";
import type { Sentence } from "@/verifier/sentence";
import { type Trust, trustIn } from "@/verifier/trust";
import type { Verdict } from "@/verifier/verdict";
import { verifyDocument } from "@/verifier/verify-document";
import { questionsOf, sayVerdict, unseen } from "@/verifier/wording";
import { everyPractice, type KnownPractice, withInstallation } from "./installed";
import { type ExitCode, exitCodes, type Shell, worse } from "./shell";

export function addDocumentCommands(program: Command, shell: Shell) {
  const document = program.command("document").description("sealed documents");

  document
    .command("verify")
    .description(
      "says whether a sealed PDF is unchanged, whose seal it carries, what time it claims, and whether the trail has it",
    )
    .argument("<file>", "the PDF")
    .option("--ca <file>", "certificates to trust (PEM); without it, those of this installation")
    .option("--json", "for programs")
    .addHelpText("after", exitCodes)
    .action(async (file: string, { ca, json }: { ca?: string; json?: boolean }) => {
      const bytes = await read(shell.file(file));
      const found = ca
        ? await verifyAlone(bytes, await trustFrom(shell.file(ca)))
        : await withInstallation(() => verifyHere(bytes));
      shell.say(json ? asJson(found) : inWords(found));
      worse(shell, codeOf(found));
    });
}

/** `inclusion` is null where the trail of the document's practice is not at hand. */
type Found = Verdict & { inclusion: Inclusion | null };

async function verifyAlone(bytes: Buffer, trust: Trust): Promise<Found> {
  return { ...(await verifyDocument(bytes, trust)), inclusion: null };
}

/** Believes the certificates of this installation, and looks into the trail of the practice the document names. */
async function verifyHere(bytes: Buffer): Promise<Found> {
  const practices = await everyPractice();
  const verdict = await verifyDocument(bytes, await trustOf(practices));
  const { record, sha256 } = verdict;
  const practice = practices.find(({ ctx }) => ctx.practiceId === record?.practice.id);
  if (!record || !practice) return { ...verdict, inclusion: null };
  const { documentId, trail } = record;
  return { ...verdict, inclusion: await findInclusion(practice.ctx, { ...trail, documentId, sha256 }) };
}

async function trustFrom(file: string): Promise<Trust> {
  const text = (await read(file)).toString("utf8");
  try {
    return trustIn(text);
  } catch (error) {
    throw error instanceof NotAccepted ? new Refused("not-certificates", { file }) : error;
  }
}

async function trustOf(practices: readonly KnownPractice[]): Promise<Trust> {
  const published: string[] = [];
  for (const { ctx } of practices) {
    published.push(await readPractice(ctx, (tx) => publishedCertificates(tx, ctx)));
  }
  return trustIn(published.join(""));
}

/** Four answers with what each does not prove, then what the document says if it is unchanged; or that it is none. */
function inWords(verdict: Found): string {
  const said = sayVerdict(verdict, "en");
  const answers = questionsOf(verdict).map((question) => inLines(said[question]));
  if (verdict.integrity.state === "not-checkable") return answers.join("\n");
  const facts = verdict.record ? factsOf(verdict.record, "en") : [];
  const lines = facts.map(({ label, value }) => `${label}: ${value}`);
  return [
    ...[...answers, inLines(sayInclusion(verdict.inclusion))],
    ...(lines.length > 0 ? ["", ...lines] : []),
    ...["", `SHA-256 ${verdict.sha256}`],
  ].join("\n");
}

const inLines = ({ says, doesNotProve }: Sentence) => `${says}\n  ${doesNotProve}`;

/** The same JSON, with what a terminal would obey written as escapes. */
function asJson(found: Found): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(found, null, 2).replace(unseen, (letter) =>
    letter === "\n" ? letter : escaped(letter),
  );
}

function sayInclusion(inclusion: Inclusion | null): Sentence {
  if (!inclusion) {
    return {
      says: "The practice's history was not looked into: it is not at hand here.",
      doesNotProve: "This speaks neither for nor against the document.",
    };
  }
  const { state, sequence } = inclusion;
  switch (state) {
    case "included": {
      const root =
        inclusion.signed === null ? "" : `, under the root signed over ${inclusion.signed} entries`;
      return {
        says: `The practice's history has entry ${sequence}, just as the document names it, and entry ${inclusion.sealed} with the SHA-256 of this file${root}.`,
        doesNotProve: "This does not show that there is no other history.",
      };
    }
    case "missing":
      return {
        says: `The practice's history has no entry ${sequence}, which the document names.`,
        doesNotProve: "This does not show whether it was removed, or by whom.",
      };
    case "different":
      return {
        says: `Entry ${sequence} of the practice's history is not the one the document names.`,
        doesNotProve: "This does not show which of the two is the true one.",
      };
    case "never-sealed":
      return {
        says: `The practice's history has entry ${sequence}, but tells of no sealing of this document.`,
        doesNotProve: "This does not show who made this file, or when.",
      };
    case "sealed-otherwise":
      return {
        says: `This is not the file that the practice's history tells of: the SHA-256 in entry ${inclusion.sealed} is another one.`,
        doesNotProve: "This does not show which of the two says what was answered.",
      };
    case "not-under-root":
      return {
        says: `The root signed over ${inclusion.signed} entries does not lead to entry ${sequence}, which the document names.`,
        doesNotProve:
          "This does not show what was changed; audit verify names the first entry that does not hold.",
      };
  }
}

function codeOf({ integrity, identity, inclusion }: Found): ExitCode {
  if (integrity.state === "not-checkable") return 2;
  const contradicts = inclusion !== null && inclusion.state !== "included";
  return integrity.state === "intact" && identity.state === "known" && !contradicts ? 0 : 1;
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new Refused("unreadable-file", { file });
  }
}
