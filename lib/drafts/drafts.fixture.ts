import type { DraftContent, DraftItem, DraftText } from "./draft-content";

export function draftText(change: Partial<DraftText> = {}): DraftText {
  return { title: "Recording", inShort: "May I?", body: "## Why\n\nSo.", sayAloud: "May I?", ...change };
}

export function draftItem(change: Partial<DraftItem> = {}): DraftItem {
  const words = {
    label: "Look back",
    whatFor: "To see.",
    whoSees: "Only me.",
    where: "Here.",
    until: "A day.",
  };
  return {
    key: "look-back",
    required: true,
    leavesPractice: null,
    mostViewers: null,
    copyForPatient: null,
    texts: { en: { ...words, copy: "None." }, es: { ...words, label: "Repasar", copy: "Ninguna." } },
    ...change,
  };
}

export function draft(change: Partial<DraftContent> = {}): DraftContent {
  const es = draftText({ title: "Grabar" });
  return { texts: { en: draftText(), es }, items: [draftItem()], answersLastMonths: null, ...change };
}
