import { getTranslations } from "next-intl/server";
import { standings } from "@/lib/documents/standing-rules";
import type { Language } from "@/lib/languages";
import { pageWords } from "@/verifier/offline-words";
import { sentences } from "@/verifier/sentences";

export type VerifyTexts = Awaited<ReturnType<typeof verifyTexts>>;

/** The words of the check, made on the server: the page carries no translator. */
export async function verifyTexts(language: Language) {
  const t = await getTranslations("verify");
  const { integrity, identity, time, ...words } = pageWords[language];
  const {
    choose,
    checking,
    noCrypto,
    unreadable,
    failed,
    fileFingerprint,
    certificateFingerprint,
    notCompared,
    alteredHead,
    alteredWhat,
  } = words;
  return {
    choose,
    checking,
    noCrypto,
    unreadable,
    failed,
    fileFingerprint,
    certificateFingerprint,
    notCompared,
    alteredHead,
    alteredWhat,
    questions: { integrity, identity, time },
    stays: t("stays"),
    tooLarge: sentences["not-checkable.too-large"][language].says,
    unreachable: t("unreachable"),
    about: t("about"),
    standing: {
      title: t("standing.title"),
      what: t("standing.what"),
      ask: t("standing.ask"),
      asking: t("standing.asking"),
      failed: t("standing.failed"),
      words: Object.fromEntries(standings.map((one) => [one, t(`standing.${one}`)])),
    },
  };
}
