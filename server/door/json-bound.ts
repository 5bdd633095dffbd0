/** Is given a body as it arrives and told when it is over; answers whether it is still one our pages could send. */
export type Bound = { take(bytes: Buffer): boolean; end(): boolean };

/** Moving a practice names each patient and group that stays: twice ten thousand. */
const mostValues = 25_000;
const mostArguments = 10;

/** What begins with a dollar: somebody's own, what JSON has no word for, a day, or the form. */
const known = /^\$(\$|D|undefined$|-?Infinity$|NaN$|-0$|K[0-9a-f]{1,6}$)/;
const plainKey = /^[a-z0-9][\w-]{0,39}$/i;

type Kind = { argumentsOf?: "$0" | "$1"; deepest?: number };

/** JSON, counted before anybody makes objects of it. The arguments of an action are a short list. */
export function jsonBound({ argumentsOf, deepest = 20 }: Kind): Bound {
  const chunks: Buffer[] = [];
  const count = counter();
  return {
    take(bytes) {
      chunks.push(bytes);
      return count(bytes);
    },
    end() {
      try {
        const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
        return !argumentsOf || (Array.isArray(value) && isOurs(value, argumentsOf, new Set()));
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
    // A loop, because a call for each byte of a megabyte keeps everybody waiting.
    return (bytes: Buffer): boolean => {
      for (const byte of bytes) {
        if (isText) {
          isText = isEscaped || byte !== quote;
          isEscaped = !isEscaped && byte === backslash;
        } else if (byte === quote) isText = true;
        else if (byte === openList || byte === openObject) {
          depth += 1;
          values += 1;
          if (depth > deepest) return false;
        } else if (byte === closeList || byte === closeObject) depth -= 1;
        else if (byte === comma) {
          values += 1;
          if (depth === 1) first += 1;
        }
      }
      return values <= mostValues && (!argumentsOf || first <= mostArguments);
    };
  }
}

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = Buffer.from('"\\,[]{}');

/**
 * An object that stands twice is sent once, and by its place the second time. Only places already passed count, so
 * none leads to nothing or in a circle; React knows more ways to refer, and our pages send none of them.
 */
function isOurs(value: unknown, place: string | null, passed: Set<string>): boolean {
  if (typeof value === "string") return !value.startsWith("$") || known.test(value) || passed.has(value);
  if (value === null || typeof value !== "object") return true;
  for (const [key, part] of Object.entries(value)) {
    const inner = place && plainKey.test(key) ? `${place}:${key}` : null;
    if (!isOurs(part, inner, passed)) return false;
  }
  if (place) passed.add(place);
  return true;
}
