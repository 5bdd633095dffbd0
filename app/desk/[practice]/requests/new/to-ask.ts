import type { Language } from "@/lib/languages";

/** Who may be asked, as they are picked. */
export type Person = {
  id: string;
  name: string;
  phone: string | null;
  language: Language;
  mailLanguage: Language | null;
};

/** What they may be asked about. */
export type Text = {
  id: string;
  title: string;
  /** Who needs it and was not asked, by their places among the people. */
  needing: number[];
  sayAloud: { versionId: string; language: Language; words: string }[];
};
