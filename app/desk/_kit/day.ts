import { dateFormat } from "@/lib/date-format";

/** A calendar day as people write it; it has no zone, so none is applied. */
export function shownDay(day: string, language: string): string {
  const locale = language === "es" ? "es-US" : "en-US";
  const form = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" } as const;
  return dateFormat(locale, form).format(new Date(`${day}T00:00:00Z`));
}
