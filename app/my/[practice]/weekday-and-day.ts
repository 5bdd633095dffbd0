import { dateFormat } from "@/lib/date-format";

/** A calendar day with its weekday, as it is said to patients; it has no zone, so none is applied. */
export function weekdayAndDay(day: string, language: string): string {
  const locale = language === "es" ? "es-US" : "en-US";
  const form = { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" } as const;
  return dateFormat(locale, form).format(new Date(`${day}T00:00:00Z`));
}
