import { dateFormat } from "@/lib/date-format";

/** A calendar day in full, as it stands in a sentence; it has no zone, so none is applied. */
export function longDay(day: string, language: string): string {
  const locale = language === "es" ? "es-US" : "en-US";
  const form = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
  return dateFormat(locale, form).format(new Date(`${day}T00:00:00Z`));
}
