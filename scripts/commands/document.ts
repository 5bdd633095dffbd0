import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { publishedCertificates } from "@/lib/audit/published-certificates";
import { factsOf } from "@/lib/documents/verifying/record-facts";
import { type Trust, trustIn } from "@/lib/documents/verifying/trust";
import type { Verdict } from "@/lib/documents/verifying/verdict";
import { verifyDocument } from "@/lib/documents/verifying/verify-document";
import { sayVerdict } from "@/lib/documents/verifying/wording";
import { Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { everyPractice, withInstallation } from "./installed";
import { type ExitCode, exitCodes, type Shell, worse } from "./shell";

export function addDocumentCommands(program: Command, shell: Shell) {
  const document = program.command("document").description("sealed documents");

  document
    .command("verify")
    .description("says whether a sealed PDF is unchanged, whose seal it carries and what time it claims")
    .argument("<file>", "the PDF")
    .option("--ca <file>", "certificates to trust (PEM); without it, those of this installation")
    .option("--json", "for programs")
    .addHelpText("after", exitCodes)
    .action(async (file: string, { ca, json }: { ca?: string; json?: boolean }) => {
      const bytes = await read(shell.file(file));
      const trust = ca
        ? trustIn((await read(shell.file(ca))).toString("utf8"))
        : await withInstallation(trustOfInstallation);
      const verdict = await verifyDocument(bytes, trust);
      shell.say(json ? JSON.stringify(verdict, null, 2) : inWords(verdict));
      worse(shell, codeOf(verdict));
    });
}

async function trustOfInstallation(): Promise<Trust> {
  const published: string[] = [];
  for (const { ctx } of await everyPractice()) {
    published.push(await readPractice(ctx, (tx) => publishedCertificates(tx, ctx)));
  }
  return trustIn(published.join(""));
}

/** Three answers with what each does not prove, then what the document says if it is unchanged. */
function inWords(verdict: Verdict): string {
  const { integrity, identity, time } = sayVerdict(verdict, "en");
  const answers = [integrity, identity, time].map(({ says, doesNotProve }) => `${says}\n  ${doesNotProve}`);
  const facts = verdict.record ? factsOf(verdict.record, "en") : [];
  const lines = facts.map(({ label, value }) => `${label}: ${value}`);
  return [...answers, ...(lines.length > 0 ? ["", ...lines] : []), "", `SHA-256 ${verdict.sha256}`].join(
    "\n",
  );
}

function codeOf({ integrity, identity }: Verdict): ExitCode {
  if (integrity.state === "not-checkable") return 2;
  return integrity.state === "intact" && identity.state === "known" ? 0 : 1;
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new Refused("unreadable-file", { file });
  }
}
