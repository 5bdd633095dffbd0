import type { IncomingMessage, ServerResponse } from "node:http";
import { routes } from "@/lib/routes";

const usual = 1_000_000;
/** A file of ten megabytes, and what a form writes around it. */
export const withFile = 10_100_000;
/** Every one is in memory several times while it is read and encrypted. */
const mostFilesAtOnce = 4;
/** Whoever sends slowly leaves places for colleagues. */
const mostFilesOfOne = 2;

const slug = "[a-z0-9-]{1,60}";
const id = "[0-9a-f-]{36}";
/** An earlier agreement of one patient, and what shows that a claim was checked. */
const takesFile = new RegExp(`^(${routes.agreements(slug, id)}|${routes.attestations(slug, id)})$`);

/** Who of the staff of this practice sends these cookies. */
export type StaffOfCookies = (cookies: string, practice: string) => Promise<string | null>;

/** How many bytes a request may bring. Only staff take one of the places for files; nobody else's is kept at all. */
export function bodyAllowances(staffOfCookies: StaffOfCookies) {
  let filesNow: string[] = [];
  return async (request: IncomingMessage, response: ServerResponse): Promise<number | "busy" | "nobody"> => {
    const address = request.url ?? "";
    const isForm = /^\s*multipart\/form-data\s*;/i.test(request.headers["content-type"] ?? "");
    const isCall = request.headers["next-action"] !== undefined;
    if (!isForm || isCall || !takesFile.test(address)) return usual;
    const who = await staffOfCookies(request.headers.cookie ?? "", address.split("/")[2] ?? "");
    if (who === null) return "nobody";
    const own = filesNow.filter((one) => one === who).length;
    if (filesNow.length >= mostFilesAtOnce || own >= mostFilesOfOne || response.closed) return "busy";
    filesNow = [...filesNow, who];
    response.once("close", () => {
      filesNow = filesNow.toSpliced(filesNow.indexOf(who), 1);
    });
    return withFile;
  };
}
