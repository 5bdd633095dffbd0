import type { Language } from "./languages";
import {
  type Capacity,
  isOfTradeOff,
  type Meaning,
  type SignedItem,
  type SignedRecord,
  takenBackBy,
  usesLeft,
} from "./record";
import { dayOf } from "./times";
import { harmless, sayTime } from "./wording";

export type Fact = { label: string; value: string };
type Line = [label: string, value: string];
type Withdrawal = NonNullable<SignedRecord["withdrawal"]>;

const words = {
  en: {
    document: "Document",
    version: (number: number, from: string) => `Version ${number}, in effect from ${from}`,
    practice: "Practice",
    patient: "Patient",
    typed: "The name typed as signature",
    drawn: "The name typed beside the drawn signature",
    presser: "Taken back by",
    noter: "Said aloud to, and noted by",
    mailboxReader: "whoever reads the mailbox on file; no name was given",
    meaning: "Meaning",
    answered: "Answered",
    withdrawn: "Taken back on",
    takenBack: "Taken back",
    stillAllowed: "Still allowed",
    notTakenBack: "Not taken back here",
    notAllowed: "Not allowed",
    nothing: "Nothing",
    number: "Document number",
    yes: "Yes",
    no: "No",
    open: "Left open",
    on: (use: string, at: string) => `${use} (on ${at})`,
    knownOn: (at: string) => `What was known on ${at}`,
    signed: "Signed",
    noted: "Noted",
    explainer: "Explained and noted by",
    confirmed: "Confirmed",
    screen: "On the screen",
    rewritten: "The browser showed other words than were sent, as a translation does",
    explained: (day: string) => `Explained aloud in the session of ${day}; nothing was signed`,
  },
  es: {
    document: "Documento",
    version: (number: number, from: string) => `Versión ${number}, vigente desde el ${from}`,
    practice: "Consulta",
    patient: "Paciente",
    typed: "El nombre escrito como firma",
    drawn: "El nombre escrito junto a la firma dibujada",
    presser: "Lo retira",
    noter: "Dicho en voz alta a, y anotado por",
    mailboxReader: "quien lee el correo registrado; no se dio ningún nombre",
    meaning: "Significado",
    answered: "Respuesta dada",
    withdrawn: "Fecha de la retirada",
    takenBack: "Retirado",
    stillAllowed: "Sigue permitido",
    notTakenBack: "No se retira aquí",
    notAllowed: "No permitido",
    nothing: "Nada",
    number: "Número de documento",
    yes: "Sí",
    no: "No",
    open: "Abierta",
    on: (use: string, at: string) => `${use} (el ${at})`,
    knownOn: (at: string) => `Lo que se sabía el ${at}`,
    signed: "Fecha de la firma",
    noted: "Fecha de la nota",
    explainer: "Lo explicó y lo anotó",
    confirmed: "Confirmado",
    screen: "En la pantalla",
    rewritten: "El navegador mostró otras palabras que las enviadas, como hace una traducción",
    explained: (day: string) => `Explicado en voz alta en la sesión del ${day}; no se firmó nada`,
  },
} as const;

const meanings: Record<Meaning, Record<Language, string>> = {
  "acknowledges-receipt": { en: "confirms having received it", es: "confirma haberlo recibido" },
  "declines-receipt": {
    en: "does not confirm having received it; permits and refuses nothing",
    es: "no confirma haberlo recibido; no permite ni rechaza nada",
  },
  consents: { en: "gives permission as listed", es: "da permiso según la lista" },
  refuses: { en: "says no", es: "dice que no" },
  withdraws: { en: "takes back an earlier permission", es: "deja sin efecto un permiso anterior" },
  "acknowledges-trade-off": {
    en: "confirms having read what is different on another way to meet",
    es: "confirma haber leído qué cambia con otra manera de verse",
  },
  "explains-trade-off": {
    en: "says that what is different on another way to meet was explained; the patient signed nothing",
    es: "dice que se explicó qué cambia con otra manera de verse; no hay firma de la persona atendida",
  },
};

const capacities: Record<Capacity, Record<Language, string>> = {
  self: { en: "", es: "" },
  parent: { en: "parent", es: "madre o padre" },
  guardian: { en: "guardian", es: "tutela legal" },
  proxy: { en: "proxy", es: "representante" },
};

/** What an intact document is about, line by line. */
export function factsOf(record: SignedRecord, language: Language): Fact[] {
  return linesOf(record, language).map(([label, value]) => ({
    label: harmless(label),
    value: harmless(value),
  }));
}

function linesOf(record: SignedRecord, language: Language): Line[] {
  const word = words[language];
  const { disclosure, practice, answer, withdrawal } = record;
  const time = (at: string) => sayTime(at, language, practice.timeZone);
  const { versionNumber, effectiveFrom } = disclosure;
  const version =
    versionNumber === undefined || !effectiveFrom
      ? word.knownOn(time(answer.answeredAt))
      : word.version(versionNumber, time(effectiveFrom));
  const noter = record.explainedOn ? word.explainer : word.noter;
  return [
    [word.document, `${disclosure.title}. ${version}`],
    [word.practice, practice.name],
    [word.patient, record.patient.legalName],
    record.notedBy
      ? [noter, record.notedBy.name]
      : [labelOfSigner(record.evidence, language), signerOf(record, language)],
    [word.meaning, meanings[record.meaning]?.[language] ?? record.meaning],
    ...(record.evidence.rewritten ? [[word.screen, word.rewritten] satisfies Line] : []),
    [timedAs(record, language), time(answer.answeredAt)],
    ...(withdrawal ? usesAfter(record, withdrawal, language) : usesAnswered(record, language)),
    [word.number, record.documentId],
  ];
}

function timedAs(record: SignedRecord, language: Language): string {
  const { answered, signed, noted } = words[language];
  if (!isOfTradeOff(record)) return answered;
  return record.explainedOn ? noted : signed;
}

function labelOfSigner({ mark }: SignedRecord["evidence"], language: Language): string {
  const { presser, drawn, typed } = words[language];
  return mark === "pressed" ? presser : mark === "drawn" ? drawn : typed;
}

function signerOf({ signer: { printedName, capacity } }: SignedRecord, language: Language): string {
  if (printedName === null) return words[language].mailboxReader;
  // A later program may know more capacities than this one.
  const said = capacity && (capacities[capacity]?.[language] ?? capacity);
  return said ? `${printedName} (${said})` : printedName;
}

function usesAnswered(record: SignedRecord, language: Language): Line[] {
  const { items, explainedOn } = record;
  const { explained, confirmed } = words[language];
  if (isOfTradeOff(record)) {
    const said = explainedOn ? explained(dayOf(explainedOn, language)) : confirmed;
    return items.map(({ label }) => [label, said]);
  }
  return items.map(({ label, answer }) => [label, words[language][answer ?? "open"]]);
}

/** What was taken back and what stands after it; where earlier withdrawals were not kept, nobody can say that it stands. */
function usesAfter(record: SignedRecord, withdrawal: Withdrawal, language: Language): Line[] {
  const word = words[language];
  const time = (at: string) => sayTime(at, language, record.practice.timeZone);
  const { takenBack, stillAllowed, notAllowed } = usesLeft(record);
  const taken = takenBack.map((item) => {
    const by = takenBackBy(record, item);
    return by && by.id !== withdrawal.id ? word.on(item.label, time(by.withdrawnAt)) : item.label;
  });
  const listed = (uses: string[]) => uses.join("; ") || word.nothing;
  const named = (items: SignedItem[]) => listed(items.map(({ label }) => label));
  return [
    [word.withdrawn, time(withdrawal.withdrawnAt)],
    [word.takenBack, listed(taken)],
    [withdrawal.earlier ? word.stillAllowed : word.notTakenBack, named(stillAllowed)],
    ...(notAllowed.length > 0 ? [[word.notAllowed, named(notAllowed)] satisfies Line] : []),
  ];
}
