import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { exportTrail } from "@/lib/audit/export-trail";
import type { FactBreak } from "@/lib/audit/fact-break";
import { type FactCounts, verifyFacts } from "@/lib/audit/facts/verify-facts";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { proveToWitness } from "@/lib/audit/witness-submission";
import { showCheckpoint } from "@/lib/audit/witnesses/show-checkpoint";
import { readPractice } from "@/lib/in-practice";
import type { TrailBreak } from "@/verifier/trail/trail-break";
import { count } from "./count";
import { everyPractice, type KnownPractice, practiceCalled, withInstallation } from "./installed";
import { exitCodes, type Shell, worse } from "./shell";
import { type BundleOptions, tellOfBundle } from "./verify-bundle";

type Found =
  | ({ ok: true; size: number; root: string; checkpoints: number; signed: number } & Partial<FactCounts>)
  | { ok: false; entry: number; reason: string; sentence: string };

type Sound = Extract<Awaited<ReturnType<typeof verifyStoredTrail>>, { ok: true }>;

export function addAuditCommands(program: Command, shell: Shell) {
  const audit = program.command("audit").description("the trail of who did what, and whether it holds");

  audit
    .command("verify")
    .description(
      "re-derives the trail of every practice, or of one, and names the first entry that does not hold",
    )
    .option("--practice <slug>", "only this practice")
    .option("--json", "for programs: one object a practice, in a list")
    .addHelpText("after", exitCodes)
    .action(async ({ practice, json }: { practice?: string; json?: boolean }) => {
      await withInstallation(async () => {
        const practices = practice ? [await practiceCalled(practice)] : await everyPractice();
        const all: (Found & { practice: string })[] = [];
        for (const known of practices) {
          const found = await verifyPractice(known);
          all.push({ practice: known.slug, ...found });
          if (!json) shell.say(`${known.slug}: ${sentence(found)}`);
          if (!found.ok) worse(shell, 1);
        }
        if (json) shell.say(JSON.stringify(all, null, 2));
        else if (all.length === 0) shell.say("There is no practice yet, so there is nothing to check.");
      });
    });

  audit
    .command("export")
    .description("writes a practice's trail into a folder, to be checked without Candor")
    .requiredOption("--practice <slug>", "which practice")
    .requiredOption("--out <folder>", "a new or empty folder")
    .addHelpText("after", exitCodes)
    .action(async ({ practice, out }: { practice: string; out: string }) => {
      await withInstallation(async () => {
        const { ctx } = await practiceCalled(practice);
        const { size } = await exportTrail(ctx, shell.file(out), await verifierPage(), showCheckpoint);
        shell.say(
          `${count(size, "entry", "entries")} written to ${shell.file(out)}. README.txt there says how to check them.`,
        );
      });
    });

  audit
    .command("prove")
    .description(
      "prints the proof that a practice's history only grew since so many entries, as witnesses take it",
    )
    .requiredOption("--practice <slug>", "which practice")
    .requiredOption("--from <size>", "how many entries were known", wholeNumber)
    .option("--to <size>", "up to the checkpoint over so many entries; without it, the newest", wholeNumber)
    .addHelpText("after", exitCodes)
    .action(async ({ practice, from, to }: { practice: string; from: number; to?: number }) => {
      await withInstallation(async () => {
        const { ctx } = await practiceCalled(practice);
        shell.say((await readPractice(ctx, (tx) => proveToWitness(tx, ctx, from, to))).trimEnd());
      });
    });

  audit
    .command("verify-bundle")
    .description("checks an exported trail, without any database, and against what reached you another way")
    .argument("<folder>", "the folder that export wrote")
    .option("--key <key...>", "keys you know: PEM or verifier key, or files of them")
    .option("--document <file...>", "sealed copies you hold")
    .option("--against <folder>", "an older export of the same trail")
    .option("--noted <text...>", "sizes and fingerprints you noted, or files of them, such as a mail")
    .option("--witness <key...>", "keys of witnesses you know, or files of them")
    .option("--quorum <number>", "how many of them have to confirm; without it, all", wholeNumber)
    .option("--json", "for programs")
    .addHelpText("after", exitCodes)
    .action((folder: string, options: BundleOptions) => tellOfBundle(folder, options, shell));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("It is no whole number.");
  return Number(text);
}

/** Built with everything else; from a clean clone it is made on the spot. */
async function verifierPage(): Promise<string> {
  const built = await readFile("dist/verify.html", "utf8").catch(() => null);
  if (built !== null) return built;
  const { buildVerifierHtml } = await import("@/verifier/build");
  return buildVerifierHtml();
}

async function verifyPractice({ ctx }: KnownPractice): Promise<Found> {
  const trail = await verifyStoredTrail(ctx);
  if (!trail.ok) return broken(trail);
  const facts = await verifyFacts(ctx, { size: trail.size, withFiles: true });
  return facts.ok ? { ...facts, ...counts(trail) } : broken(facts);
}

function counts({ size, root, checkpointsChecked: checkpoints, signedSize: signed }: Sound) {
  return { ok: true as const, size, root, checkpoints, signed };
}

function broken({ seq, reason, ...found }: TrailBreak | FactBreak): Found {
  return { ok: false, entry: seq, reason, sentence: "says" in found ? found.says.en : found.sentence };
}

function sentence(found: Found): string {
  if (!found.ok)
    return `the trail does not hold at entry ${found.entry} (${found.reason}). ${found.sentence}`;
  const { size, checkpoints, signed, texts, answers, withdrawals, files, erasedDetails } = found;
  const counted = [
    count(size, "entry", "entries"),
    count(checkpoints, "signed checkpoint", "signed checkpoints"),
    count(texts, "published text", "published texts"),
    count(answers, "answer", "answers"),
    count(withdrawals, "withdrawal", "withdrawals"),
    count(files, "sealed file", "sealed files"),
  ].filter((one) => one !== null);
  const erased = erasedDetails
    ? ` Details were erased in ${count(erasedDetails, "entry", "entries")}, which may be lawful.`
    : "";
  // The entry that tells of a signing comes after what it signed.
  const unsigned =
    size - signed > 1
      ? ` Entries ${signed} to ${size - 1} are not signed yet; they are within the hour.`
      : "";
  return `the trail holds: ${counted.join(", ")}.${erased}${unsigned}`;
}
