import { getTranslations } from "next-intl/server";
import tones from "@/app/desk/_kit/tones.module.css";
import type { Language } from "@/lib/languages";
import type { ComparedTexts } from "@/lib/markdown/compare-texts";
import { SideBySide } from "../compare/side-by-side";

type Difference = { language: Language; from: number; compared: ComparedTexts };

/** What each language would say otherwise than the version before, folded until somebody looks. */
export async function Differences({ differences, to }: { differences: readonly Difference[]; to: number }) {
  const t = await getTranslations("publish");
  return differences.map(({ language, from, compared }) =>
    isSame(compared) ? (
      <p key={language}>{t("same", { language, number: from })}</p>
    ) : (
      <details key={language}>
        <summary>{t("difference", { language, number: from })}</summary>
        <p className={tones.quiet}>{t("legend")}</p>
        <SideBySide compared={compared} language={language} numbers={{ from, to }} />
      </details>
    ),
  );
}

function isSame({ title, inShort, blocks, uses }: ComparedTexts) {
  const runs = [...title, ...inShort];
  return [...runs, ...blocks, ...uses].every(({ sign }) => sign === "same");
}
