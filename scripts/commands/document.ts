import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { findInclusion, type Inclusion } from "@/lib/audit/find-inclusion";
import { publishedCertificates } from "@/lib/audit/published-certificates";
import { Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { whyTextDiffers } from "@/lib/paper/compare-text";
import { NotAccepted } from "@/verifier/not-accepted";
import { factsOf } from "@/verifier/record-facts";
import type { Sentence } from "@/verifier/sentence";
import { type Trust, trustIn } from "@/verifier/trust";
import type { Verdict } from "@/verifier/verdict";
import { verifyDocument } from "@/verifier/verify-document";
import { questionsOf, sayVerdict, unseen } from "@/verifier/wording";
import { type Pages, sayInclusion, sayPages } from "./document-sentences";
import { everyPractice, type KnownPractice, withInstallation } from "./installed";
import { type ExitCode, exitCodes, type Shell, worse } from "./shell";

export function addDocumentCommands(program: Command, shell: Shell) {
  const document = program.command("document").description("sealed documents");

  document
    .command("verify")
    .description(
      "says whether a sealed PDF is unchanged, whose seal it carries, what time it claims, whether its pages say what its record says, and whether the trail has it",
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
type Found = Verdict & { pages: Pages; inclusion: Inclusion | null };

async function verifyAlone(bytes: Buffer, trust: Trust): Promise<Found> {
  const verdict = await verifyDocument(bytes, trust);
  return { ...verdict, pages: await comparePages(bytes, verdict), inclusion: null };
}

/** What strangers draw is not opened: only where it is known who locked it does the record count for anything. */
async function comparePages(bytes: Buffer, { record, identity }: Verdict): Promise<Pages> {
  if (!record || identity.state !== "known") return { state: "not-compared" };
  const at = await whyTextDiffers(bytes, record);
  return at === null ? { state: "same" } : { state: "different", at };
}

/** Believes the certificates of this installation, and looks into the trail of the practice the document names. */
async function verifyHere(bytes: Buffer): Promise<Found> {
  const practices = await everyPractice();
  const verdict = await verifyDocument(bytes, await trustOf(practices));
  const { record, sha256 } = verdict;
  const practice = practices.find(({ ctx }) => ctx.practiceId === record?.practice.id);
  const pages = await comparePages(bytes, verdict);
  if (!record || !practice) return { ...verdict, pages, inclusion: null };
  const { documentId, trail } = record;
  const inclusion = await findInclusion(practice.ctx, { ...trail, documentId, sha256 });
  return { ...verdict, pages, inclusion };
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

/** Five answers with what each does not prove, then what the document says if it is unchanged; or that it is none. */
function inWords(verdict: Found): string {
  const said = sayVerdict(verdict, "en");
  const answers = questionsOf(verdict).map((question) => inLines(said[question]));
  if (verdict.integrity.state === "not-checkable") return answers.join("\n");
  const facts = verdict.record ? factsOf(verdict.record, "en") : [];
  const lines = facts.map(({ label, value }) => `${label}: ${value}`);
  return [
    ...[...answers, inLines(sayPages(verdict.pages)), inLines(sayInclusion(verdict.inclusion))],
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

function codeOf({ integrity, identity, pages, inclusion }: Found): ExitCode {
  if (integrity.state === "not-checkable") return 2;
  const contradicts = pages.state === "different" || (inclusion !== null && inclusion.state !== "included");
  return integrity.state === "intact" && identity.state === "known" && !contradicts ? 0 : 1;
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new Refused("unreadable-file", { file });
  }
}
