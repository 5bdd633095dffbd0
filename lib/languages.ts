export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** Any other text counts as English, the language every practice has. */
export function asLanguage(text: string): Language {
  return languages.find((language) => language === text) ?? "en";
}
