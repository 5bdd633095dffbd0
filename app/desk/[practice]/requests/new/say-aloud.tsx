"use client";

import { useTranslations } from "next-intl";
import type { AskPlan } from "@/lib/requests/ask-patients";
import type { Person, Text } from "./to-ask";

/** What to say to those who are asked in the room or on the phone, in the languages they read. */
export function SayAloud(props: { plan: AskPlan; asked: Person[]; disclosures: Text[] }) {
  const { plan, asked, disclosures } = props;
  const t = useTranslations("requests.askForm");
  const versionIds = new Set(plan.asked.map(({ versionId }) => versionId));
  const languages = new Set(asked.map(({ language }) => language));
  const sentences = disclosures.flatMap(({ title, sayAloud }) =>
    sayAloud
      .filter(({ versionId, language }) => versionIds.has(versionId) && languages.has(language))
      .map((one) => ({ ...one, title })),
  );
  if (sentences.length === 0) return null;
  return (
    <details>
      <summary>{t("sayAloud")}</summary>
      <ul>
        {sentences.map(({ versionId, language, title, words }) => (
          <li key={`${versionId} ${language}`}>
            {t("sayAloudAbout", { title, language })} <span lang={language}>{words}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
