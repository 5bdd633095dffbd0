import type { Language } from "@/lib/languages";
import { canonicalDisclosureText, type DisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import {
  type ComparedPlatform,
  type ComparedRow,
  compareFacts,
  type Said,
} from "@/lib/platforms/compare-facts";
import { type NamedPlatform, platformName } from "@/lib/platforms/platform-name";
import { dayOf } from "@/verifier/times";
import { english } from "./english";
import { spanish } from "./spanish";

export const tradeOffWords: Record<Language, typeof english> = { en: english, es: spanish };

/** Signed by whoever reads the mailbox, or explained to them aloud. */
export type TradeOffKind = "signed" | "explained";

/** Everything the text says, as it is today. */
export type TradeOffFacts = {
  /** Null before the practice named anything. */
  now: ComparedPlatform | null;
  there: ComparedPlatform;
  fromOn: string;
  trialUntil: string | null;
  reviewOn: string | null;
  /** What becomes of a yes to recording: it rests there, counts there again, or there is none. */
  recording: "rests" | "again" | null;
  today: string;
};

export type TradeOffText = Omit<DisclosureText, "items"> & { statement: string; textSha256: string };

/** What is different there, as the patient reads it and the document keeps it. The same facts give the same text. */
export function composeTradeOff(facts: TradeOffFacts, language: Language, kind: TradeOffKind): TradeOffText {
  const say = tradeOffWords[language];
  const { now, there, fromOn, trialUntil, today } = facts;
  const text = {
    title: say.title(now && platformName(now, language), platformName(there, language)),
    inShort: [
      say.begins(
        fromOn > today ? dayOf(fromOn, language) : null,
        wayTo(there, language),
        now && wayTo(now, language),
      ),
      trialUntil && say.tried(dayOf(trialUntil, language)),
      say.onlyDifferences,
    ]
      .filter(Boolean)
      .join(" "),
    body: [comparisonMarkdown(now, there, today, language), ...consequences(facts, language)].join("\n\n"),
  };
  const whole = { ...text, statement: say.statements[kind] };
  return { ...whole, textSha256: tradeOffSha256(whole) };
}

/** The fingerprint of a text with the one thing that is acknowledged, as of any other text with its uses. */
export function tradeOffSha256({
  title,
  inShort,
  body,
  statement,
}: Omit<TradeOffText, "textSha256">): string {
  return disclosureTextSha256(canonicalDisclosureText({ title, inShort, body, items: [asItem(statement)] }));
}

/** The one thing that is acknowledged, as an item of a text. */
export function asItem(statement: string) {
  return { label: statement, whatFor: "", whoSees: "", where: "", until: "", copy: "", required: true };
}

/** Only the rows that differ, side by side, as a table in the Markdown of our texts. */
export function comparisonMarkdown(
  now: ComparedPlatform | null,
  there: ComparedPlatform,
  today: string,
  language: Language,
): string {
  const say = tradeOffWords[language];
  const rows = now ? compareFacts(now, there, today) : [];
  if (!now || rows.length === 0) return `## ${say.different}\n\n${say.nothing}`;
  const head = [say.about, say.now(platformName(now, language)), say.there(platformName(there, language))];
  const cells = rows.map((row) => [
    say.rows[row.key],
    sideOf(row, "now", language),
    sideOf(row, "there", language),
  ]);
  const isGuessable = rows.some(
    (row) => isOfFact(row) && (row.now.value === "unknown" || row.there.value === "unknown"),
  );
  const table = [head.map(literal), ["---", "---", "---"], ...cells].map((row) => `| ${row.join(" | ")} |`);
  return [`## ${say.different}`, table.join("\n"), ...(isGuessable ? [say.notGuessed] : [])].join("\n\n");
}

function consequences(facts: TradeOffFacts, language: Language): string[] {
  const say = tradeOffWords[language];
  const { there, recording, trialUntil, reviewOn } = facts;
  const onRecording =
    recording === "rests" ? literal(say.recording.rests(wayTo(there, language))) : say.recording.again;
  return [
    ...(recording ? [`## ${say.recording.heading}`, onRecording] : []),
    `## ${say.next}`,
    ...(trialUntil ? [say.trialEnds(dayOf(trialUntil, language))] : []),
    ...(reviewOn ? [say.review(dayOf(reviewOn, language))] : []),
    say.back,
  ];
}

function sideOf(row: ComparedRow, side: "now" | "there", language: Language): string {
  const say = tradeOffWords[language];
  if (isOfFact(row)) return saidIn(row[side], say.values[row.key], language);
  return `**${(row.key === "way" ? say.ways : say.pictures)[row[side]]}**`;
}

type FactRow = Extract<ComparedRow, { now: Said }>;

function isOfFact(row: ComparedRow): row is FactRow {
  return row.key !== "way" && row.key !== "picture";
}

/** The value, what it leaves out, and from where and when it is known. */
function saidIn(side: Said, values: Partial<Record<Said["value"], string>>, language: Language): string {
  const say = tradeOffWords[language];
  const value = values[side.value] ?? say.unknown;
  const words = side.words?.[language] ?? side.words?.[language === "en" ? "es" : "en"];
  const source =
    side.checkedOn && say.sources[side.source](dayOf(side.checkedOn, language), side.sourceName ?? "");
  const known = [source, side.isOld && say.old].filter(Boolean).join(", ");
  const said = [
    `**${literal(value)}${words ? "." : ""}**`,
    words && literal(words.trim()),
    known && `*(${literal(known)})*`,
  ];
  return said.filter(Boolean).join(" ");
}

function wayTo({ kind, name }: NamedPlatform, language: Language): string {
  return tradeOffWords[language].by[kind](name);
}

/** What somebody of the practice typed stands there as the letters it is, and cannot open or close a cell. */
function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]|<>~#]/g, (sign) => `\\${sign}`);
}
