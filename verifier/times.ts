import type { Language } from "./languages";

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Tuesday, March 3, 2026 at 4:12:31 PM Pacific Standard Time", in the reader's language. */
export function timeInZone(at: string, timeZone: string, language: Language) {
  return formatted(at, language, {
    ...dayParts,
    weekday: "long",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "long",
    timeZone,
  });
}

export function dayInZone(at: string, timeZone: string, language: Language) {
  return formatted(at, language, { ...dayParts, timeZone });
}

/** A calendar day, YYYY-MM-DD, which is the same day everywhere. */
export function dayOf(day: string, language: Language) {
  return dayInZone(`${day}T12:00:00Z`, "UTC", language);
}

export function timeInUtc(at: string) {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

const dayParts = { year: "numeric", month: "long", day: "numeric" } as const;

function formatted(at: string, language: Language, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${JSON.stringify(options)}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === "en" ? "en-US" : "es", {
      ...options,
      ...(options.hour && language === "es" ? { hourCycle: "h23" } : {}),
    });
  formats.set(key, format);
  return format.format(new Date(at)).replace(/\s+/g, " ");
}
