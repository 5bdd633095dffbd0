/** The part of JSON whose RFC 8785 form needs no judgement: no null, no fractions, nothing at or beyond 2^53. */
export type Canonical = string | number | boolean | readonly Canonical[] | CanonicalObject;
export type CanonicalObject = { readonly [key: string]: Canonical | undefined };

/** No letter beyond ASCII and none that has to be escaped: every string ends at the next quotation mark. */
export const hasOnlyPlainLetters = /^[ !#-[\]-~"]*$/;

/** The object such a text holds, if it is exactly its canonical form; read in one pass, without writing it again. */
export function readPlainObject(text: string): CanonicalObject | null {
  try {
    return new Reader(text).whole();
  } catch (error) {
    // Nested deeper than anything we write.
    if (error instanceof NotCanonical || error instanceof RangeError) return null;
    throw error;
  }
}

class NotCanonical extends Error {}

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): CanonicalObject | null {
    if (this.text[0] !== "{") return null;
    const object = this.object();
    return this.at === this.text.length ? object : null;
  }

  private value(): Canonical {
    switch (this.text[this.at]) {
      case '"':
        return this.string();
      case "{":
        return this.object();
      case "[":
        return this.list();
      case "t":
        return this.word("true", true);
      case "f":
        return this.word("false", false);
      default:
        return this.number();
    }
  }

  private object(): CanonicalObject {
    const members: { [key: string]: Canonical } = {};
    this.at += 1;
    if (this.takes("}")) return members;
    let before: string | null = null;
    do {
      const key = this.string();
      if (before !== null && before >= key) throw new NotCanonical();
      before = key;
      this.must(":");
      if (key === "__proto__") Object.defineProperty(members, key, { value: this.value(), enumerable: true });
      else members[key] = this.value();
    } while (this.goesOn("}"));
    return members;
  }

  private list(): Canonical[] {
    const members: Canonical[] = [];
    this.at += 1;
    if (this.takes("]")) return members;
    do members.push(this.value());
    while (this.goesOn("]"));
    return members;
  }

  private string(): string {
    this.must('"');
    const start = this.at;
    const end = this.text.indexOf('"', start);
    if (end < 0) throw new NotCanonical();
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  private number(): number {
    const start = this.at;
    while (isOfNumber(this.text[this.at])) this.at += 1;
    const written = this.text.slice(start, this.at);
    const read = Number(written);
    if (!Number.isSafeInteger(read) || String(read) !== written) throw new NotCanonical();
    return read;
  }

  private word(written: string, means: boolean): boolean {
    if (!this.text.startsWith(written, this.at)) throw new NotCanonical();
    this.at += written.length;
    return means;
  }

  private goesOn(closing: string): boolean {
    if (this.takes(closing)) return false;
    this.must(",");
    return true;
  }

  private takes(letter: string): boolean {
    if (this.text[this.at] !== letter) return false;
    this.at += 1;
    return true;
  }

  private must(letter: string): void {
    if (!this.takes(letter)) throw new NotCanonical();
  }
}

function isOfNumber(letter: string | undefined): boolean {
  return letter !== undefined && (letter === "-" || (letter >= "0" && letter <= "9"));
}
