import { getTranslations } from "next-intl/server";
import type { StateCounts } from "@/lib/consents/disclosure-page";
import type { ConsentWord } from "@/lib/consents/rules";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";

const order: ConsentWord[] = [
  "given",
  "refused",
  "withdrawn",
  "superseded",
  "talk-first",
  "requested",
  "not-asked",
];

/** How many patients stand where, in words; nobody is mentioned where nobody stands. */
export async function CountWords({ counts, kind }: { counts: StateCounts; kind: DisclosureKind }) {
  const t = await getTranslations("desk.disclosures");
  const words = order.flatMap((word) => {
    const key = isAcknowledged(kind) && (word === "given" || word === "refused") ? `${word}-notice` : word;
    return counts[word] ? t(`state.${key}`, { count: counts[word] }) : [];
  });
  return <span>{words.join(" · ") || "–"}</span>;
}
