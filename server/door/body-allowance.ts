import type { IncomingMessage, ServerResponse } from "node:http";
import { routes } from "@/lib/routes";

const usual = 1_000_000;
/** A file of ten megabytes, and what a form writes around it. */
const withFile = 10_100_000;
/** Every one is in memory several times while it is read and encrypted. */
const mostFilesAtOnce = 4;

const slug = "[a-z0-9-]{1,60}";
const id = "[0-9a-f-]{36}";
/** An earlier agreement of one patient, and what shows that a claim was checked. */
const takesFile = new RegExp(`^(${routes.agreements(slug, id)}|${routes.attestations(slug, id)})$`);

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
