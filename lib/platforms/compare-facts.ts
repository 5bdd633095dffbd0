import { type FactKey, type FactSource, type FactValue, factKeysOf } from "./facts";
import type { NamedPlatform, PlatformKind } from "./platform-name";
import type { PlatformFact } from "./queries";
import { ageOf } from "./rules";

type FactOf = Pick<
  PlatformFact,
  "value" | "words" | "source" | "sourceName" | "checkedOn" | "goodUntil" | "notedAt"
>;
export type ComparedPlatform = NamedPlatform & { id: string; facts: ReadonlyMap<FactKey, FactOf> };

/** One side of a row: what is known there, from where, and since when. */
export type Said = {
  value: FactValue;
  words: FactOf["words"];
  source: FactSource;
  sourceName: string | null;
  /** Null where nobody ever looked. */
  checkedOn: string | null;
  isOld: boolean;
};
export type ComparedRow =
  | { key: "way" | "picture"; now: PlatformKind; there: PlatformKind }
  | { key: FactKey; now: Said; there: Said };

/** Only the rows that differ between two platforms, from what is known of them today. */
export function compareFacts(now: ComparedPlatform, there: ComparedPlatform, today: string): ComparedRow[] {
  const kinds = { now: now.kind, there: there.kind };
  const ways: ComparedRow[] =
    now.kind === there.kind
      ? []
      : [
          { key: "way", ...kinds },
          { key: "picture", ...kinds },
        ];
  const shared = factKeysOf(now.kind).filter((key) => factKeysOf(there.kind).includes(key));
  const facts = shared.flatMap((key): ComparedRow[] => {
    const row = { key, now: saidOf(now, key, today), there: saidOf(there, key, today) };
    return differs(row.now, row.there) ? [row] : [];
  });
  return [...ways, ...facts];
}

/** What was never noted is unknown like what was looked for and not found; an agreement that is over is none. */
function saidOf({ facts }: ComparedPlatform, key: FactKey, today: string): Said {
  const fact = facts.get(key);
  if (!fact) {
    return {
      value: "unknown",
      words: null,
      source: "unknown",
      sourceName: null,
      checkedOn: null,
      isOld: false,
    };
  }
  const { value, words, source, sourceName, checkedOn, goodUntil } = fact;
  const isOver = goodUntil !== null && goodUntil < today;
  return {
    value: isOver ? "unknown" : value,
    words: isOver ? null : words,
    source,
    sourceName,
    checkedOn,
    isOld: ageOf(fact, today) !== null,
  };
}

/** "Partly" says nothing without its words, so two of them differ where these do. */
function differs(now: Said, there: Said): boolean {
  if (now.value !== there.value) return true;
  return now.value === "partly" && (now.words?.en !== there.words?.en || now.words?.es !== there.words?.es);
}
