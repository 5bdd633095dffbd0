import type { Command } from "commander";
import { env } from "@/lib/env";
import { createPractice } from "@/lib/practices/create-practice";
import { createPracticeInput } from "@/lib/practices/input";
import { routes } from "@/lib/routes";
import { withInstallation } from "./installed";
import { exitCodes, type Shell } from "./shell";

type Options = {
  slug: string;
  name: string;
  timeZone: string;
  phone: string;
  crisisLine: string;
  crisisLineEs: string;
  ownerName: string;
  ownerEmail: string;
  ownerTreats?: boolean;
};

export function addPracticeCommands(program: Command, shell: Shell) {
  const practice = program.command("practice").description("practices of this installation");

  practice
    .command("create")
    .description("makes a practice and its first owner, who can then sign in")
    .requiredOption(
      "--name <name>",
      "the name patients read; also the sender of mails, so choose a neutral one",
    )
    .requiredOption("--slug <slug>", "its address on the web: small letters, digits, hyphens")
    .requiredOption("--time-zone <zone>", "like America/Los_Angeles")
    .requiredOption("--phone <number>", "the number patients know")
    .requiredOption("--owner-name <name>", "who owns the practice")
    .requiredOption("--owner-email <address>", "where the owner's sign-in links go")
    .option("--owner-treats", "the owner also treats patients")
    .option("--crisis-line <text>", "whom to call in danger", "988 or 911")
    .option("--crisis-line-es <text>", "the same for patients who read Spanish", "988 (pulse 2) o 911")
    .addHelpText("after", exitCodes)
    .action(async (options: Options) => {
      const {
        ownerName,
        ownerEmail,
        ownerTreats = false,
        crisisLine,
        crisisLineEs,
        ...practiceOptions
      } = options;
      const input = createPracticeInput.parse({
        ...practiceOptions,
        crisisLine: { en: crisisLine, es: crisisLineEs },
        owner: { name: ownerName, email: ownerEmail, treatsPatients: ownerTreats },
      });
      await withInstallation(async () => {
        await createPractice("command-line", input);
        shell.say(`${input.name} is made. ${ownerName} can now sign in with ${ownerEmail}:`);
        shell.say(`${env().appUrl}${routes.signIn}`);
      });
    });
}
