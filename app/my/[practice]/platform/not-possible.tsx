import { getTranslations } from "next-intl/server";
import type { DescribedWish } from "@/lib/wishes/describe-wish";
import classes from "./platform.module.css";

type Props = {
  way: string | null;
  answer: Pick<NonNullable<DescribedWish["answer"]>, "hindrance" | "words" | "wordsLanguage">;
  language: string;
  remaining: string | null;
};

/** Why it is not possible, as the therapist says it, and what remains. */
export async function NotPossible({ way, answer, language, remaining }: Props) {
  const t = await getTranslations({ locale: language, namespace: "wishes.reading" });
  const { hindrance, words, wordsLanguage } = answer;
  return (
    <>
      <p className={classes.state}>{t("notPossible", { way: way ?? t("this") })}</p>
      {hindrance && hindrance !== "own-words" && <p>{t(`hindrance.${hindrance}`)}</p>}
      {words && (
        <p lang={wordsLanguage ?? undefined} className={classes.words}>
          {words}
        </p>
      )}
      <p>
        {remaining && `${t("remaining", { ways: remaining })} `}
        {t("again")}
      </p>
    </>
  );
}
