import type { ItemText } from "@/lib/disclosures/markdown";
import { sentences } from "@/lib/documents/paper/sentences";
import { dayInZone, timeInUtc } from "@/lib/documents/paper/times";
import { type SignedItem, type SignedRecord, takenBackBy } from "@/lib/documents/signed-record";
import type { Language } from "@/lib/languages";

/** The word beside an item: its answer, or that it was taken back; before this document, since when. */
export function answerWord(record: SignedRecord, item: SignedItem) {
  const { language, practice, withdrawal } = record;
  const say = sentences[language];
  const taken = takenBackBy(record, item);
  if (!taken) return say[item.answer ?? "open"];
  if (taken.id === withdrawal?.id) return say.takenBack;
  return say.takenBackOnDay(dayInZone(taken.withdrawnAt, practice.timeZone, language));
}

/** What a use says of itself; a notice leaves most of it empty. */
export function detailsOf(language: Language, item: Omit<ItemText, "label">) {
  const say = sentences[language];
  const parts = ["whatFor", "whoSees", "where", "until", "copy"] as const;
  return parts.filter((part) => item[part]).map((part) => ({ label: say[part], text: item[part] }));
}

/** One line under the answers, where the answers alone could be misread. */
export function summaryOf(record: SignedRecord) {
  const { language, items, meaning } = record;
  const say = sentences[language];
  const count = (answer: SignedItem["answer"]) => items.filter((item) => item.answer === answer).length;
  switch (meaning) {
    case "withdraws":
      return items.some((item) => !takenBackBy(record, item)) ? say.stays.untouched : null;
    case "consents":
      return count("yes") < items.length ? say.someOfEach(count("yes"), count("no"), count(null)) : null;
    case "refuses":
      return say.allNo;
    default:
      return say.meaning[meaning];
  }
}

export function signedAt({ answer, withdrawal }: SignedRecord) {
  return withdrawal?.withdrawnAt ?? answer.answeredAt;
}

/** Who signed or pressed, under which label. */
export function signerFact({ language, signer, evidence, notedBy }: SignedRecord) {
  const say = sentences[language];
  if (notedBy) return { label: say.spoken.notedBy, lines: [notedBy.name, say.spoken.ofPractice] };
  const { printedName, capacity } = signer;
  return {
    label: evidence.mark === "pressed" ? say.takenBackBy : say.signedBy,
    lines: printedName === null ? [say.mailboxReader] : [printedName, capacity && say.capacity[capacity]],
  };
}

/** What kind of mark it is, under the mark. */
export function markWords({ language, signer, practice, answer, evidence }: SignedRecord) {
  const { typed, drawn, pressed, spoken } = sentences[language];
  if (evidence.mark === "spoken") return spoken.mark;
  if (evidence.mark !== "pressed") return { typed, drawn }[evidence.mark];
  if (signer.printedName === null) return pressed.unnamed;
  return pressed.named(dayInZone(answer.answeredAt, practice.timeZone, language));
}

/** The sentence that stood beside the button, under which label. */
export function intentFact({ language, answer, evidence }: SignedRecord) {
  const { confirmed, besideButton, spoken } = sentences[language];
  const labels = { typed: confirmed, drawn: confirmed, pressed: besideButton, spoken: spoken.noted };
  return { label: labels[evidence.mark], text: answer.intent };
}

/** By which way it came, and who it was that signed in for it. */
export function arrivalFacts({ language, evidence, notedBy }: SignedRecord) {
  const say = sentences[language];
  const { route, authentication, authenticatedAt } = evidence;
  const identity = say.authentication[authentication](timeInUtc(authenticatedAt));
  if (!notedBy) return { way: say.routes[route], identity };
  return { way: say.spoken.routes[route === "phone" ? "phone" : "in-person"], identity: say.spoken.identity };
}

/** Whether there is a mark to be drawn, or only words for how it was taken back. */
export function isMarked({ evidence }: SignedRecord): boolean {
  return evidence.mark === "typed" || evidence.mark === "drawn";
}
