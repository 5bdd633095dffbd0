import { Command, CommanderError } from "commander";
import { addAuditCommands } from "./audit";
import { addDemoCommands } from "./demo";
import { addDocumentCommands } from "./document";
import { addPracticeCommands } from "./practice";
import { errorSentence } from "./sentences";
import { type ExitCode, exitCodes, openShell, type Shell, type Terminal } from "./shell";
import { addStaffCommands } from "./staff";
import { addWitnessCommand } from "./witness";

/** Runs one command line to its end and says how it went; errors become one sentence. */
export async function runCandor(args: string[], terminal: Terminal): Promise<ExitCode> {
  const shell = openShell(terminal);
  try {
    await candor(shell).parseAsync(args, { from: "user" });
    return shell.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    shell.complain(errorSentence(error));
    return 2;
  }
}

function candor(shell: Shell): Command {
  const program = new Command("candor")
    .description("Keeps and checks what a practice told its patients and what they answered.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.say(text.trimEnd()),
      writeErr: (text) => shell.complain(text.trimEnd()),
    })
    .showHelpAfterError("(--help shows what can be asked)")
    .addHelpText("after", exitCodes);
  addAuditCommands(program, shell);
  addDocumentCommands(program, shell);
  addPracticeCommands(program, shell);
  addStaffCommands(program, shell);
  addDemoCommands(program, shell);
  addWitnessCommand(program, shell);
  return program;
}
