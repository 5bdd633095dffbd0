import type { IncomingHttpHeaders } from "node:http";
import { formBound, longestName, mostFields } from "./form-bound";
import { type Bound, jsonBound } from "./json-bound";

/**
 * Counts depth, fields and names of a body before the framework makes anything of it: React answers 500, or is
 * busy for long, where it is handed what our pages never send.
 */
export function bodyBound(headers: IncomingHttpHeaders): Bound {
  const type = headers["content-type"] ?? "";
  const isCall = headers["next-action"] !== undefined;
  if (/^\s*multipart\//i.test(type)) {
    const [, quoted, bare] = asWritten.exec(type) ?? [];
    const boundary = quoted ?? bare;
    return boundary === undefined ? refused : formBound(boundary, isCall);
  }
  if (/^\s*application\/json/i.test(type)) return jsonBound({});
  return isCall ? jsonBound({ argumentsOf: "$0" }) : fieldsBound();
}

const refused: Bound = { take: () => false, end: () => false };
/** In small letters, for otherwise the framework takes a form for something else. */
const asWritten = /^multipart\/form-data;\s?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))$/;

function fieldsBound(): Bound {
  let fields = 1;
  let name: number | null = 0;
  const take = (bytes: Buffer): boolean => {
    for (const byte of bytes) {
      if (byte === and) {
        fields += 1;
        name = 0;
      } else if (byte === is) name = null;
      else if (name !== null) name += 1;
      if (fields > mostFields || (name ?? 0) > longestName) return false;
    }
    return true;
  };
  return { take, end: () => true };
}

const [and, is] = Buffer.from("&=");
