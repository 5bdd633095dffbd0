import { getLocale, getTranslations } from "next-intl/server";
import { PublicPage } from "@/app/_start/public-page";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { pageWords } from "@/verifier/offline-words";
import { hasOfflineVerifier } from "./offline/offline-verifier";
import { VerifyFile } from "./verify-file";
import { verifyTexts } from "./verify-texts";

export async function generateMetadata() {
  return { title: pageWords[asLanguage(await getLocale())].title };
}

export default async function VerifyPage() {
  const language = asLanguage(await getLocale());
  const words = pageWords[language];
  const t = await getTranslations("verify");
  return (
    <PublicPage title={words.title}>
      <p>{t("lead")}</p>
      <VerifyFile language={language} texts={await verifyTexts(language)} />
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
      <h2>{t("elsewhere")}</h2>
      <p>{t("commandLine")}</p>
      <pre>
        <code>npm run candor -- document verify FILE.pdf</code>
      </pre>
      {(await hasOfflineVerifier()) && (
        <p>{t.rich("offline", { link: (text) => <a href={routes.offlineVerifier}>{text}</a> })}</p>
      )}
      <p>{t("others")}</p>
    </PublicPage>
  );
}
