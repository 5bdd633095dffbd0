import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { ai } from "@/lib/drafts/checks/parts/ai";
import { authorization } from "@/lib/drafts/checks/parts/authorization";
import { electronicRecords } from "@/lib/drafts/checks/parts/electronic-records";
import { email } from "@/lib/drafts/checks/parts/email";
import { noPenalty, takeBack } from "@/lib/drafts/checks/parts/free-choice";
import { platform } from "@/lib/drafts/checks/parts/platform";
import { privacyDuties } from "@/lib/drafts/checks/parts/privacy-duties";
import { privacyNotice } from "@/lib/drafts/checks/parts/privacy-notice";
import { recording } from "@/lib/drafts/checks/parts/recording";
import { tradeOff } from "@/lib/drafts/checks/parts/trade-off";
import { videoSharing } from "@/lib/drafts/checks/parts/video-sharing";
import type { Language } from "@/lib/languages";
import { foldedInPlace } from "@/lib/markdown/folded-in-place";
import type { DisclosureText } from "@/lib/markdown/markdown";
import type { Part, Parts } from "./part";

const free = { "no-penalty": noPenalty, "take-back": takeBack };
const notice = { ...privacyNotice, ...privacyDuties };
const parts = {
  ...notice,
  ...platform,
  ...recording,
  ...videoSharing,
  ...email,
  ...electronicRecords,
  ...tradeOff,
  ...ai,
  ...authorization,
  ...free,
} satisfies Parts;

export type MustSay = keyof typeof parts;

const checklists: Record<DisclosureKind, readonly MustSay[]> = {
  "privacy-notice": keysOf(notice),
  "platform-disclosure": keysOf({ ...platform, ...free }),
  "recording-consent": keysOf({ ...recording, ...free }),
  "video-sharing-consent": keysOf({ ...videoSharing, ...free }),
  "email-risk": keysOf({ ...email, ...free }),
  "electronic-records-consent": keysOf(electronicRecords),
  "platform-trade-off": keysOf({ ...tradeOff, ...free }),
  "ai-transcription": keysOf({ ...ai, ...free }),
  authorization: keysOf(authorization),
};

/** Literals written above and nowhere added to, so that their keys are all there are. */
function keysOf<Key extends MustSay>(some: Readonly<Record<Key, Part>>) {
  return Object.keys(some) as Key[];
}

/** What a text of this kind must say, in the order of a good text. */
export function mustSay(kind: DisclosureKind): readonly MustSay[] {
  return checklists[kind];
}

/**
 * What the text seems not to say. Words are looked for, not their meaning: it is a hint, which the author may answer with
 * "it says this in other words".
 */
export function missingParts(kind: DisclosureKind, text: DisclosureText, language: Language): MustSay[] {
  const sentences = sentencesOf(text, language);
  return mustSay(kind).filter((key) => {
    const part: Part = parts[key];
    return !part[language].says.every((line) => sentences.some((sentence) => isMet(line, sentence)));
  });
}

/** A paragraph in the therapist's own voice that says it; what only the practice knows stands in square brackets. */
export function insertFor(part: MustSay, language: Language): string {
  return parts[part][language].insert;
}

const met = new Map<string, RegExp[]>();

function isMet(line: string, sentence: string) {
  const known =
    met.get(line) ?? line.split(" & ").map((words) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})`, "u"));
  met.set(line, known);
  return known.every((words) => words.test(sentence));
}

const asked = {
  en: {
    whatFor: "what for: so that",
    whoSees: "who sees it:",
    where: "where it is kept:",
    until: "until when:",
  },
  es: { whatFor: "para que:", whoSees: "quien la ve:", where: "donde se guarda:", until: "hasta cuando:" },
};

function sentencesOf({ title, inShort, body, items }: DisclosureText, language: Language): string[] {
  const words = asked[language];
  const uses = items.flatMap((item) => [
    item.label,
    item.copy,
    ...(["whatFor", "whoSees", "where", "until"] as const)
      .filter((field) => item[field].trim() !== "")
      .map((field) => `${words[field]} ${item[field]}`),
  ]);
  return foldedInPlace([title, inShort, body, ...uses].join("\n").normalize("NFC"))
    .replace(/[*_#>]/g, "")
    .replace(/\b(dra?|sra?|lic|ee|uu|u\.s)\./g, "$1")
    .split(/[.!?]+(?=[\s"”»)]|$)|\n+/)
    .filter((sentence) => sentence.trim() !== "");
}
