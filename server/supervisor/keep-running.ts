import { type ChildProcess, spawn } from "node:child_process";

export type Running = { stop(milliseconds: number): Promise<void> };

const longestPause = 30_000;
const steadyAfter = 60_000;

/**
 * Keeps one process alive: a crash starts it again after a pause that doubles while crashes go on.
 * The child is out of reach of the terminal's Ctrl-C and ends by itself when its channel to us closes.
 */
export function keepRunning(
  name: string,
  [program = "", ...args]: string[],
  env: NodeJS.ProcessEnv,
): Running {
  let child: ChildProcess | null = null;
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  let pause = 0;

  const begin = () => {
    const started = Date.now();
    const current = spawn(program, args, {
      env,
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child = current;
    current.on("error", (error) => console.error(`${name}: ${error.message}`));
    current.on("close", (code, signal) => {
      child = null;
      if (stopped) return;
      pause = Date.now() - started > steadyAfter ? 1_000 : Math.min(Math.max(pause * 2, 1_000), longestPause);
      console.error(`${name} ended (${signal ?? `code ${code}`}); starting it again in ${pause / 1000} s.`);
      again = setTimeout(begin, pause);
    });
  };
  begin();

  return {
    async stop(milliseconds) {
      stopped = true;
      clearTimeout(again);
      const current = child;
      if (!current) return;
      const gone = new Promise((resolve) => current.once("close", resolve));
      const impatient = setTimeout(() => current.kill("SIGKILL"), milliseconds);
      current.kill("SIGTERM");
      await gone;
      clearTimeout(impatient);
    },
  };
}
