import type { Language } from "@/lib/languages";
import type { ItemText } from "@/lib/markdown/markdown";
import { isOfTradeOff, type SignedItem, type SignedRecord, takenBackBy } from "@/verifier/record";
import { dayInZone, dayOf, timeInUtc } from "@/verifier/times";
import { sentences } from "./sentences";

/** The word beside an item: its answer, or that it was taken back; before this document, since when. */
export function answerWord(record: SignedRecord, item: SignedItem) {
  const { language, practice, withdrawal } = record;
  const say = sentences[language];
  if (isOfTradeOff(record)) return say.tradeOff[record.explainedOn ? "explainedWord" : "confirmedWord"];
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
      return meaningWords(record);
  }
}

export function meaningWords({ language, meaning, explainedOn, notedBy }: SignedRecord) {
  const say = sentences[language];
  if (!explainedOn || !notedBy) return say.meaning[meaning];
  return say.tradeOff.meaning(notedBy.name, dayOf(explainedOn, language));
}

/** Over what was answered, taken back, confirmed or explained. */
export function answersHeading(record: SignedRecord) {
  const say = sentences[record.language];
  if (isOfTradeOff(record)) return say.tradeOff[record.explainedOn ? "explained" : "confirmed"];
  return record.withdrawal ? say.taken : say.answers;
}

/** Which text it is: its version or, of what is put together for one patient, when it was so. */
export function textWords({ language, practice, disclosure, answer }: SignedRecord) {
  const say = sentences[language];
  const day = (at: string) => dayInZone(at, practice.timeZone, language);
  const { versionNumber, effectiveFrom } = disclosure;
  if (versionNumber === undefined || !effectiveFrom)
    return say.tradeOff.text(day(answer.answeredAt), say.language[language]);
  return say.version(versionNumber, day(effectiveFrom), say.language[language]);
}

export function timeLabel(record: SignedRecord) {
  const say = sentences[record.language];
  if (isOfTradeOff(record)) return say.tradeOff[record.explainedOn ? "notedOn" : "signedOn"];
  return record.withdrawal ? say.takenBackOn : say.answered;
}

/** What a use asked for, where it asked anything. */
export function requiredWords(record: SignedRecord, item: SignedItem) {
  const say = sentences[record.language];
  if (isOfTradeOff(record)) return null;
  return item.required ? say.required : say.optional;
}

export function signedAt({ answer, withdrawal }: SignedRecord) {
  return withdrawal?.withdrawnAt ?? answer.answeredAt;
}

/** Who signed or pressed, under which label. */
export function signerFact({ language, signer, evidence, notedBy, explainedOn }: SignedRecord) {
  const say = sentences[language];
  if (notedBy && explainedOn)
    return { label: say.tradeOff.explainedBy, lines: [notedBy.name, say.tradeOff.ofPractice] };
  if (notedBy) return { label: say.spoken.notedBy, lines: [notedBy.name, say.spoken.ofPractice] };
  const { printedName, capacity } = signer;
  return {
    label: evidence.mark === "pressed" ? say.takenBackBy : say.signedBy,
    lines: printedName === null ? [say.mailboxReader] : [printedName, capacity && say.capacity[capacity]],
  };
}

/** What kind of mark it is, under the mark. */
export function markWords({ language, signer, practice, answer, evidence }: SignedRecord) {
  const { typed, drawn, pressed, spoken, tradeOff } = sentences[language];
  if (evidence.mark === "explained") return tradeOff.mark;
  if (evidence.mark === "spoken") return spoken.mark;
  if (evidence.mark !== "pressed") return { typed, drawn }[evidence.mark];
  if (signer.printedName === null) return pressed.unnamed;
  return pressed.named(dayInZone(answer.answeredAt, practice.timeZone, language));
}

/** The sentence that stood beside the button, under which label. */
export function intentFact({ language, answer, evidence }: SignedRecord) {
  const { confirmed, besideButton, spoken } = sentences[language];
  const labels = {
    typed: confirmed,
    drawn: confirmed,
    pressed: besideButton,
    spoken: spoken.noted,
    explained: spoken.noted,
  };
  return { label: labels[evidence.mark], text: answer.intent };
}

/** By which way it came, and who it was that signed in for it. */
export function arrivalFacts({ language, evidence, notedBy, explainedOn }: SignedRecord) {
  const say = sentences[language];
  const { route, authentication, authenticatedAt } = evidence;
  const identity = say.authentication[authentication](timeInUtc(authenticatedAt));
  if (!notedBy) return { way: say.routes[route], identity };
  if (explainedOn) return { way: say.tradeOff.way, identity: say.spoken.identity };
  return { way: say.spoken.routes[route === "phone" ? "phone" : "in-person"], identity: say.spoken.identity };
}

/** Over how it came about. */
export function evidenceHeading(record: SignedRecord) {
  const say = sentences[record.language];
  if (record.explainedOn) return say.tradeOff.evidence;
  return isMarked(record) ? say.evidence : say.evidenceOfPress;
}

/** The ids under which the practice finds it again, each under its label. */
export function idFacts(record: SignedRecord): { label: string; ids: string[] }[] {
  const { disclosure, answer, withdrawal } = record;
  const say = sentences[record.language];
  const numbered = { label: say.documentId, ids: [record.documentId] };
  if (isOfTradeOff(record)) {
    return [
      numbered,
      { label: say.tradeOff.wishId, ids: [answer.requestId] },
      { label: say.tradeOff.acknowledgementId, ids: [answer.id] },
    ];
  }
  return [
    numbered,
    { label: say.disclosureId, ids: [disclosure.id, disclosure.versionId ?? ""] },
    { label: say.requestId, ids: [answer.requestId] },
    { label: say.answerId, ids: [answer.id] },
    ...(withdrawal ? [{ label: say.withdrawalId, ids: [withdrawal.id] }] : []),
  ];
}

/** Whether there is a mark to be drawn, or only words for how it was taken back. */
export function isMarked({ evidence }: SignedRecord): boolean {
  return evidence.mark === "typed" || evidence.mark === "drawn";
}
