import pino from "pino";

/** Errors whose text is written by programmers and never quotes what a person entered. */
const plainMessages = ["TypeError", "ReferenceError", "RangeError", "BadEnvironment"];

/** One JSON line per event. Messages of errors are left out: databases and mail servers quote people in them. */
export const log = pino({
  level: process.env.LOG_LEVEL || (process.env.CANDOR_DEMO === "1" ? "warn" : "info"),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
});

export type SafeError = { name: string; code?: string; message?: string; at?: string[]; cause?: SafeError };

export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return {
    name: error.name,
    code,
    message: plainMessages.includes(error.name) ? error.message : undefined,
    at: frames(error.stack),
    cause: error.cause === undefined ? undefined : safeError(error.cause),
  };
}

/** The framework prints errors by itself; from here on they take the same road as ours. */
export function quietConsole() {
  const report =
    (level: "error" | "warn") =>
    (...words: unknown[]) => {
      const text = words.filter((word) => typeof word === "string").map(withoutMessage);
      const errors = words.filter((word) => word instanceof Error).map(safeError);
      log[level]({ errors: errors.length ? errors : undefined }, text.join(" ").trim() || "error");
    };
  console.error = report("error");
  console.warn = report("warn");
}

function withoutMessage(text: string): string {
  if (!text.includes("\n    at ")) return text.slice(0, 300);
  return `${/^\W*(\w+)/.exec(text)?.[1] ?? "Error"} ${frames(text).join(" < ")}`;
}

function frames(stack = ""): string[] {
  return stack
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 8)
    .map((line) => line.trim());
}
