import { getTranslations } from "next-intl/server";
import { PageHead, ViewChoices } from "@/app/desk/_kit/list";
import { type Language, languages } from "@/lib/languages";
import { routes } from "@/lib/routes";

type Props = {
  practice: string;
  disclosureId: string;
  language: Language;
  title: string;
  hrefOf: (practice: string, disclosureId: string, language: string) => string;
};

/** The way back to the draft, and the other languages of the same picture. */
export async function PreviewHead({ practice, disclosureId, language, title, hrefOf }: Props) {
  const t = await getTranslations("drafts");
  return (
    <>
      <p>
        <a href={routes.draft(practice, disclosureId)}>‹ {t("preview.back")}</a>
      </p>
      <PageHead title={title}>
        <ViewChoices
          label={t("languages")}
          chosen={language}
          choices={languages.map((one) => ({
            key: one,
            label: t(`language.${one}`),
            href: hrefOf(practice, disclosureId, one),
          }))}
        />
      </PageHead>
    </>
  );
}
