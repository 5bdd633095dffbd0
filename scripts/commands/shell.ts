import path from "node:path";

/** 0: what was asked holds or is done. 1: it does not hold. 2: it could not be checked or done. */
export type ExitCode = 0 | 1 | 2;

export type Terminal = {
  say(line: string): void;
  complain(line: string): void;
  /** Where the person stands: npm runs scripts in the folder of the project, whatever the person's own is. */
  cwd: string;
};

export type Shell = Terminal & { code: ExitCode; file(name: string): string };

export function openShell(terminal: Terminal): Shell {
  return { ...terminal, code: 0, file: (name) => path.resolve(terminal.cwd, name) };
}

/** The worst of several: not having been able to look outweighs what was found elsewhere. */
export function worse(shell: Shell, code: ExitCode): void {
  if (code > shell.code) shell.code = code;
}

export const exitCodes = `
Exit codes:
  0  it holds, or it is done
  1  it does not hold
  2  it could not be checked or done, or the command was not understood`;
