import { Button, NativeSelect } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { Empty, PageHead } from "@/app/desk/_kit/list";
import { positionIn, wordIn } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { staffContext } from "@/lib/auth/session";
import { languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { comparePage } from "@/lib/screens/desk/compare";
import classes from "./compare.module.css";
import { SideBySide } from "./side-by-side";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compare"))("title") };
}

type Props = PageProps<"/desk/[practice]/disclosures/[disclosureId]/compare">;

export default async function ComparePage({ params, searchParams }: Props) {
  const { practice, disclosureId } = await checkedParams(params);
  const query = await searchParams;
  const ctx = await staffContext(practice);
  const reader = await requestLanguage();
  const language = wordIn(query, "language", reader === "es" ? ["es", "en"] : languages);
  const asked = { from: positionIn(query, "from") ?? null, to: positionIn(query, "to") ?? null, language };
  const page = await orNotFound(ctx, comparePage(ctx, disclosureId, asked, reader));
  const t = await getTranslations("compare");
  const { from, to, versions, compared } = page;
  const numbers = versions.map(({ number }) => ({ value: String(number), label: t("version", { number }) }));
  return (
    <>
      <PageHead title={t("heading", { title: page.title })}>
        <a href={routes.disclosure(practice, disclosureId)}>{t("back")}</a>
      </PageHead>
      {!from || !to || from.id === to.id ? (
        <Empty>
          <p>{t("onlyOne")}</p>
        </Empty>
      ) : (
        <>
          <form className={classes.choose}>
            <NativeSelect name="from" label={t("from")} data={numbers} defaultValue={String(from.number)} />
            <NativeSelect name="to" label={t("to")} data={numbers} defaultValue={String(to.number)} />
            <NativeSelect
              name="language"
              label={t("language")}
              data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
              defaultValue={language}
            />
            <Button type="submit" variant="default">
              {t("show")}
            </Button>
          </form>
          <p className={tones.quiet}>{t("legend")}</p>
          {page.isAltered && <p role="alert">{t("altered")}</p>}
          {compared ? (
            <SideBySide
              compared={compared}
              language={language}
              numbers={{ from: from.number, to: to.number }}
            />
          ) : (
            <p>{t("notInLanguage")}</p>
          )}
        </>
      )}
    </>
  );
}
