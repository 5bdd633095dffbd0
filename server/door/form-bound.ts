import { type Bound, jsonBound } from "./json-bound";

export const mostFields = 1_000;
export const longestName = 200;
const longestHead = 2_000;
const blankLine = "\r\n\r\n";

/** As browsers write the head of a part. Another way to say the same might mean something else to the framework. */
const head =
  /^\r\ncontent-disposition: form-data; name="([^"\\\r\n]*)"(; filename="[^"\r\n]*"(?:\r\ncontent-type: [^\r\n]+)?)?$/i;

const anything: Bound = { take: () => true, end: () => true };
const nothing: Bound = { take: (bytes) => bytes.length === 0, end: () => true };

/** A form in parts, each counted while it passes; only what React itself reads is looked into. */
export function formBound(boundary: string, isCall: boolean): Bound {
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  const names: string[] = [];
  let rest = Buffer.from("\r\n");
  let isHead = false;
  let part = nothing;
  return { take, end: () => isHead && /^--(\r\n)?$/.test(rest.toString("latin1")) && isComplete() };

  function take(bytes: Buffer): boolean {
    rest = Buffer.concat([rest, bytes]);
    while (!isHead || rest.toString("latin1", 0, 2) !== "--") {
      const ending = isHead ? blankLine : delimiter;
      const at = rest.indexOf(ending);
      // What may be the beginning of the ending waits for the bytes after it.
      const whole = at >= 0 ? at : Math.max(0, rest.length - ending.length + 1);
      if (isHead ? whole > longestHead : !part.take(rest.subarray(0, whole))) return false;
      if (at < 0) {
        if (!isHead) rest = rest.subarray(whole);
        return true;
      }
      if (isHead ? !begin(rest.toString("latin1", 0, at)) : !part.end()) return false;
      rest = rest.subarray(at + ending.length);
      isHead = !isHead;
    }
    return rest.length <= 4;
  }

  function begin(written: string): boolean {
    const [, name, file] = head.exec(written) ?? [];
    if (name === undefined || name.length > longestName || names.length >= mostFields) return false;
    const read = isCall ? partOfCall(name) : partOfForm(name);
    if (read === null || (read !== anything && (file || names.includes(name)))) return false;
    names.push(name);
    part = read;
    return true;
  }

  function isComplete(): boolean {
    if (isCall) return names.includes("0");
    const bound = names.filter((name) => name.startsWith("$ACTION_REF_")).map((name) => name.slice(12));
    return bound.every((id) => [0, 1].every((which) => names.includes(`$ACTION_${id}:${which}`)));
  }
}

/** A script sends the arguments, and the fields of the form among them. */
function partOfCall(name: string): Bound | null {
  if (name === "0") return jsonBound({ argumentsOf: "$0" });
  return /^_[0-9a-f]{1,6}_/.test(name) ? anything : null;
}

/** Without script the page has written down which action is meant, and what was bound to it. */
function partOfForm(name: string): Bound | null {
  if (!name.startsWith("$ACTION_")) return anything;
  if (/^\$ACTION_\d{1,6}:0$/.test(name)) return exactly(/^\{"id":"[0-9a-f]{1,100}","bound":"\$@1"\}$/);
  if (/^\$ACTION_\d{1,6}:1$/.test(name)) return jsonBound({ argumentsOf: "$1" });
  return /^\$ACTION_(KEY|REF_\d{1,6}|ID_[0-9a-f]{1,100})$/.test(name) ? anything : null;
}

function exactly(written: RegExp): Bound {
  let text = "";
  return {
    take(bytes) {
      text += bytes.toString("latin1");
      return text.length <= longestName;
    },
    end: () => written.test(text),
  };
}
