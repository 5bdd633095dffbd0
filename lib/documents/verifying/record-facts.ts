import {
  type Capacity,
  type Meaning,
  type SignedItem,
  type SignedRecord,
  takenBackBy,
} from "@/lib/documents/signed-record";
import { sayTime } from "@/lib/documents/verifying/wording";
import type { Language } from "@/lib/languages";

export type Fact = { label: string; value: string };

const words = {
  en: {
    document: "Document",
    version: (number: number, from: string) => `Version ${number}, in effect from ${from}`,
    practice: "Practice",
    patient: "Patient",
    signer: "Signed by",
    presser: "Taken back by",
    mailboxReader: "whoever reads the mailbox on file; no name was given",
    meaning: "Meaning",
    answered: "Answered",
    withdrawn: "Taken back",
    number: "Document number",
    yes: "Yes",
    no: "No",
    open: "Left open",
    takenBack: (at: string) => `Taken back on ${at}`,
  },
  es: {
    document: "Documento",
    version: (number: number, from: string) => `Versión ${number}, vigente desde el ${from}`,
    practice: "Consulta",
    patient: "Paciente",
    signer: "Firma de",
    presser: "Lo retira",
    mailboxReader: "quien lee el correo registrado; no se dio ningún nombre",
    meaning: "Significado",
    answered: "Respuesta dada",
    withdrawn: "Retirada",
    number: "Número de documento",
    yes: "Sí",
    no: "No",
    open: "Abierta",
    takenBack: (at: string) => `Retirado el ${at}`,
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
};

const capacities: Record<Capacity, Record<Language, string>> = {
  self: { en: "", es: "" },
  parent: { en: "parent", es: "madre o padre" },
  guardian: { en: "guardian", es: "tutela legal" },
  proxy: { en: "proxy", es: "representante" },
};

/** What an intact document is about, line by line. */
export function factsOf(record: SignedRecord, language: Language): Fact[] {
  const word = words[language];
  const zone = record.practice.timeZone;
  const { disclosure, evidence, withdrawal } = record;
  const from = sayTime(disclosure.effectiveFrom, language, zone);
  const facts: Fact[] = [
    { label: word.document, value: `${disclosure.title}. ${word.version(disclosure.versionNumber, from)}` },
    { label: word.practice, value: record.practice.name },
    { label: word.patient, value: record.patient.legalName },
    { label: evidence.mark === "pressed" ? word.presser : word.signer, value: signerOf(record, language) },
    { label: word.meaning, value: meanings[record.meaning]?.[language] ?? record.meaning },
    { label: word.answered, value: sayTime(record.answer.answeredAt, language, zone) },
    ...record.items.map((item) => ({ label: item.label, value: answerOf(record, item, language) })),
  ];
  if (withdrawal) {
    facts.push({ label: word.withdrawn, value: sayTime(withdrawal.withdrawnAt, language, zone) });
  }
  return [...facts, { label: word.number, value: record.documentId }];
}

function signerOf({ signer: { printedName, capacity } }: SignedRecord, language: Language): string {
  if (printedName === null) return words[language].mailboxReader;
  // A later program may know more capacities than this one.
  const said = capacity && (capacities[capacity]?.[language] ?? capacity);
  return said ? `${printedName} (${said})` : printedName;
}

function answerOf(record: SignedRecord, item: SignedItem, language: Language): string {
  const word = words[language];
  const taken = takenBackBy(record, item);
  if (taken) return word.takenBack(sayTime(taken.withdrawnAt, language, record.practice.timeZone));
  return word[item.answer ?? "open"];
}
