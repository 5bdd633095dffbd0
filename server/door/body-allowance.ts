import type { IncomingMessage, ServerResponse } from "node:http";

const usual = 1_000_000;
/** A file of ten megabytes, and what a form writes around it. */
const withFile = 10_100_000;
/** Every one is in memory several times while it is read and encrypted. */
const mostFilesAtOnce = 4;

/** The addresses that take a file: an earlier agreement of one patient, and what shows that a claim was checked. */
const takesFile =
  /^\/desk\/[a-z0-9-]{1,60}\/(patients\/[0-9a-f-]{36}\/agreements|safeguards\/[0-9a-f-]{36}\/attestations)$/;

/** How many bytes a request may bring; null when too many files are on their way at once. */
export function bodyAllowances() {
  let filesNow = 0;
  return (request: IncomingMessage, response: ServerResponse): number | null => {
    const isForm = /^\s*multipart\/form-data\s*;/i.test(request.headers["content-type"] ?? "");
    const isCall = request.headers["next-action"] !== undefined;
    if (!isForm || isCall || !takesFile.test(request.url ?? "")) return usual;
    if (filesNow >= mostFilesAtOnce) return null;
    filesNow += 1;
    response.once("close", () => {
      filesNow -= 1;
    });
    return withFile;
  };
}
