import { runCandor } from "@/scripts/commands/run-candor";

process.exitCode = await runCandor(process.argv.slice(2), {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  cwd: process.env.INIT_CWD ?? process.cwd(),
});
