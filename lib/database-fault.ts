import { DrizzleQueryError } from "drizzle-orm/errors";
import { noteFault } from "@/lib/request-fault";

/** The database cannot be reached or went away in the middle. Whether a commit was kept is then unknown. */
export class DatabaseDown extends Error {
  override name = "DatabaseDown";
}

/** The database has no room. What was to be stored was not; what is stored stays. */
export class DatabaseFull extends Error {
  override name = "DatabaseFull";
}

const fullCodes = new Set([
  "53100", // disk full
  "53200", // out of memory
  "58030", // a file could not be written
]);
const downCodes = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "53300", // too many connections
  "57P01", // shut down by an administrator
  "57P02", // another backend crashed
  "57P03", // starting up or shutting down
  "57P05", // idle session timeout
]);

/** What leaves a transaction: never Drizzle's wrapper, whose message and fields repeat the values of the query. */
export function databaseFault(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(cause instanceof Error) || !("code" in cause)) return cause;
  const code = String(cause.code);
  if (downCodes.has(code) || code.startsWith("08")) {
    noteFault("unavailable");
    return new DatabaseDown(`The database is out of reach (${code}).`, { cause });
  }
  // "Failing row contains (…)" and "Key (email)=(…)" are personal data too.
  if (cause.name === "PostgresError")
    for (const field of ["detail", "where"]) Reflect.deleteProperty(cause, field);
  if (!fullCodes.has(code)) return cause;
  noteFault("full");
  return new DatabaseFull(`The database has no room (${code}).`, { cause });
}
