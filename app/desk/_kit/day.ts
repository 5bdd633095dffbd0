import { dateFormat } from "@/lib/date-format";

/** A calendar day as people write it; it has no zone, so none is applied. */
export function shownDay(day: string, language: string): string {
  return written(day, language, { year: "numeric", month: "short", day: "numeric" });
}

/** Where the year is said beside it. */
export function shortDay(day: string, language: string): string {
  return written(day, language, { month: "short", day: "numeric" });
}

function written(day: string, language: string, form: Intl.DateTimeFormatOptions): string {
  const locale = language === "es" ? "es-US" : "en-US";
  return dateFormat(locale, { ...form, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
