import { getLocale, getTranslations } from "next-intl/server";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { languages } from "@/lib/languages";
import type { WishPage } from "@/lib/screens/desk/wish";
import { hindrances } from "@/lib/wishes/making-rules";
import { AnswerForm } from "./answer-form";

/** The four things that can be said to a wish, with the prepared sentences as they will be read. */
export async function Answering({ practice, page }: { practice: string; page: WishPage }) {
  const t = await getTranslations("wishes");
  const refusals = await getTranslations("refusals");
  const { wish, patient, hindrance } = page;
  const prepared = await Promise.all(
    languages.map(async (language) => {
      const read = await getTranslations({ locale: language, namespace: "wishes.reading" });
      const sentences = hindrances.map((key) => [key, key === "own-words" ? "" : read(`hindrance.${key}`)]);
      return { language, sentences: Object.fromEntries(sentences) };
    }),
  );
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t("answer")}</h2>
      {hindrance && <p className={tones.soon}>{t("hindered", { why: refusals(hindrance) })}</p>}
      <AnswerForm
        practice={practice}
        wishId={wish.id}
        today={page.day}
        named={wish.platformId && !hindrance ? wish.platformId : ""}
        ways={page.ways}
        isTalking={wish.state === "talking"}
        theirs={patient.language}
        here={await getLocale()}
        prepared={prepared}
        hindrances={hindrances.map((key) => ({ key, label: t(`hindrance.${key}`) }))}
        name={marked(patient.legalName)}
      />
    </section>
  );
}
