import type { Language } from "./languages";
import type { Sentence } from "./sentence";
import { sentences } from "./sentences";
import type { IdentityCode, IntegrityCode, TimeCode, Verdict, VerdictCode } from "./verdict";

/** Control characters, those that turn the order of letters, and those that begin a line. */
export const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

export function codesOf({ integrity, identity, time }: Verdict): {
  integrity: IntegrityCode;
  identity: IdentityCode;
  time: TimeCode;
} {
  return {
    integrity: codeOfIntegrity(integrity),
    identity: identity.state === "known" ? "known" : `unknown.${identity.reason}`,
    time: time.state === "claimed" ? `claimed.${time.reason}` : time.state,
  };
}

function codeOfIntegrity(integrity: Verdict["integrity"]): IntegrityCode {
  if (integrity.state === "altered") return `altered.${integrity.reason}`;
  if (integrity.state === "not-checkable") return `not-checkable.${integrity.reason}`;
  return integrity.except ? "intact.except-stamp" : "intact";
}

const questions = ["integrity", "identity", "time"] as const;

/** What a file is an answer to: where nothing could be checked, that alone is worth a sentence. */
export function questionsOf({ integrity }: Verdict): readonly (typeof questions)[number][] {
  return integrity.state === "not-checkable" ? ["integrity"] : questions;
}

/** The three answers in words: what was found, and what that does not prove. */
export function sayVerdict(
  verdict: Verdict,
  language: Language,
): Record<"integrity" | "identity" | "time", Sentence> {
  const { integrity, identity, time } = codesOf(verdict);
  const values = {
    practice: verdict.identity.state === "known" ? harmless(verdict.identity.practice.name) : "",
    at: "at" in verdict.time ? sayTime(verdict.time.at, language, verdict.record?.practice.timeZone) : "",
    authority: verdict.time.state === "trusted" ? harmless(verdict.time.authority) : "",
  };
  const say = (code: VerdictCode): Sentence => ({
    says: filled(sentences[code][language].says, values),
    doesNotProve: filled(sentences[code][language].doesNotProve, values),
  });
  return { integrity: say(integrity), identity: say(identity), time: say(time) };
}

function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** Words of a file, without what would move a terminal's cursor, begin a new line or turn the order of letters. */
export function harmless(text: string): string {
  return text.replace(unseen, "\ufffd");
}

/** A moment with its zone named; in UTC where the practice's zone is not known. */
export function sayTime(at: string, language: Language, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(language, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
    timeZoneName: "short",
  }).format(new Date(at));
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
