import { randomBytes } from "node:crypto";
import type { PublishVersionInput } from "@/lib/disclosures/input";

/** What to publish as the next version of a disclosure; its wording differs each time. */
export function nextVersion(
  disclosureId: string,
  overrides: Partial<PublishVersionInput> = {},
): PublishVersionInput {
  const { effectiveFrom, earlierAnswersUntil, answersLastMonths } = overrides;
  return {
    disclosureId,
    change: overrides.change ?? "material",
    texts: overrides.texts ?? { en: versionText("en"), es: versionText("es") },
    items: overrides.items ?? [item("look-back", true), item("teaching", false)],
    ...(effectiveFrom && { effectiveFrom }),
    ...(earlierAnswersUntil !== undefined && { earlierAnswersUntil }),
    ...(answersLastMonths && { answersLastMonths }),
  };
}

function versionText(language: "en" | "es") {
  const english = language === "en";
  return {
    title: english ? "Recording our sessions" : "Grabar nuestras sesiones",
    inShort: english ? "May I record? You decide each use." : "¿Me permite grabar? Usted decide cada uso.",
    body: `${english ? "I ask before I record." : "Pregunto antes de grabar."} ${randomBytes(4).toString("hex")}`,
    changeSummary: english ? "What changed is written here." : "Aquí dice qué cambió.",
  };
}

function item(key: string, required: boolean) {
  const words = (language: string) => ({
    label: `${key} (${language})`,
    whatFor: "To look back at a session",
    whoSees: "Only the therapist",
    where: "An encrypted drive",
    until: "90 days",
    copy: "On request",
  });
  return { key, required, texts: { en: words("en"), es: words("es") } };
}
