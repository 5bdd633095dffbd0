import type { Meaning, SignedRecord } from "@/lib/documents/signed-record";
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
    meaning: "Meaning",
    answered: "Answered",
    withdrawn: "Withdrawn",
    number: "Document number",
    yes: "Yes",
    no: "No",
  },
  es: {
    document: "Documento",
    version: (number: number, from: string) => `Versión ${number}, vigente desde el ${from}`,
    practice: "Consulta",
    patient: "Paciente",
    signer: "Firma de",
    meaning: "Significado",
    answered: "Respuesta dada",
    withdrawn: "Retirada",
    number: "Número de documento",
    yes: "Sí",
    no: "No",
  },
} as const;

const meanings: Record<Meaning, Record<Language, string>> = {
  "acknowledges-receipt": { en: "confirms having received it", es: "confirma haberlo recibido" },
  consents: { en: "gives permission as listed", es: "da permiso según la lista" },
  refuses: { en: "says no", es: "dice que no" },
  withdraws: { en: "takes back an earlier permission", es: "deja sin efecto un permiso anterior" },
};

const capacities: Record<SignedRecord["signer"]["capacity"], Record<Language, string>> = {
  self: { en: "", es: "" },
  parent: { en: "parent", es: "madre o padre" },
  guardian: { en: "guardian", es: "tutela legal" },
  proxy: { en: "proxy", es: "representante" },
};

/** What an intact document is about, line by line. */
export function factsOf(record: SignedRecord, language: Language): Fact[] {
  const word = words[language];
  const zone = record.practice.timeZone;
  const { disclosure, signer, withdrawal } = record;
  const capacity = capacities[signer.capacity]?.[language] ?? signer.capacity;
  const from = sayTime(disclosure.effectiveFrom, language, zone);
  const facts: Fact[] = [
    { label: word.document, value: `${disclosure.title}. ${word.version(disclosure.versionNumber, from)}` },
    { label: word.practice, value: record.practice.name },
    { label: word.patient, value: record.patient.legalName },
    { label: word.signer, value: capacity ? `${signer.printedName} (${capacity})` : signer.printedName },
    { label: word.meaning, value: meanings[record.meaning]?.[language] ?? record.meaning },
    { label: word.answered, value: sayTime(record.answer.answeredAt, language, zone) },
    ...record.items.map((item) => ({ label: item.label, value: item.answer === "yes" ? word.yes : word.no })),
  ];
  if (withdrawal) {
    facts.push({ label: word.withdrawn, value: sayTime(withdrawal.withdrawnAt, language, zone) });
  }
  return [...facts, { label: word.number, value: record.documentId }];
}
