/** Is given a body as it arrives and told when it is over; answers whether it is still one our pages could send. */
export type Bound = { take(bytes: Buffer): boolean; end(): boolean };

/** Moving a practice names each patient and group that stays: twice ten thousand. */
const mostValues = 25_000;
const mostArguments = 10;

/**
 * What an argument of ours can be that begins with a dollar: somebody's own dollar, what JSON has no word for, a
 * day, or the form. Our pages send no object twice and none of another kind, so what refers elsewhere is refused
 * unread: it may lead in circles, or to nothing.
 */
const known = /^\$(\$|D|undefined$|-?Infinity$|NaN$|-0$|K[0-9a-f]{1,6}$)/;

/** JSON, counted before anybody makes objects of it. The arguments of an action are a short list. */
export function jsonBound({ areArguments = false, deepest = 20 }): Bound {
  const chunks: Buffer[] = [];
  const count = counter();
  return {
    take(bytes) {
      chunks.push(bytes);
      return bytes.every(count);
    },
    end() {
      try {
        const text = Buffer.concat(chunks).toString("utf8");
        return areArguments ? Array.isArray(JSON.parse(text, refuseUnknown)) : JSON.parse(text) !== undefined;
      } catch {
        return false;
      }
    },
  };

  function counter() {
    let depth = 0;
    let values = 0;
    let first = 1;
    let isText = false;
    let isEscaped = false;
    return (byte: number): boolean => {
      if (isText) {
        isText = isEscaped || byte !== quote;
        isEscaped = !isEscaped && byte === backslash;
      } else if (byte === quote) isText = true;
      else if (byte === openList || byte === openObject) {
        depth += 1;
        values += 1;
      } else if (byte === closeList || byte === closeObject) depth -= 1;
      else if (byte === comma) {
        values += 1;
        if (depth === 1) first += 1;
      }
      return depth <= deepest && values <= mostValues && (!areArguments || first <= mostArguments);
    };
  }
}

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = Buffer.from('"\\,[]{}');

function refuseUnknown(_: string, value: unknown) {
  if (typeof value === "string" && value.startsWith("$") && !known.test(value)) throw new Error("not ours");
  return value;
}
