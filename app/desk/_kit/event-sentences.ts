import { getTranslations } from "next-intl/server";
import { eventKey } from "@/lib/audit/events";
import type { ToldEvent } from "@/lib/screens/tell-events";
import { marked } from "./name";

/** Tells an entry of the trail as a sentence in which patients' names are marked, so that they can be hidden. */
export async function eventSentences(): Promise<(event: ToldEvent) => string> {
  const sentences = await getTranslations("audit");
  const t = await getTranslations("trail");
  return ({ name, actor, patient, slots }) =>
    sentences(eventKey(name), {
      ...slots,
      actor: actorWords(actor),
      patient: patient ? marked(patient.name) : t("staffMember"),
    });

  function actorWords({ kind, name }: ToldEvent["actor"]): string {
    if (kind === "system") return t("system");
    if (kind === "patient") return name ? marked(name) : t("somebody");
    return name ?? t("somebody");
  }
}
