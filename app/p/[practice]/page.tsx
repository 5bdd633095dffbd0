import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requestLanguage } from "@/app/_i18n/request";
import { PublicPage } from "@/app/_start/public-page";
import { checkedParams } from "@/app/_ui/checked-params";
import { timesIn } from "@/app/_ui/time";
import { publicTextsPage } from "@/lib/screens/public/texts";
import { PublishedText } from "./published-text";
import classes from "./texts.module.css";

/** Once for the title and the page. */
const textsOf = cache(publicTextsPage);

type Props = PageProps<"/p/[practice]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await textsOf((await checkedParams(params)).practice, await requestLanguage());
  return page ? { title: (await getTranslations("publicTexts"))("title", { practice: page.name }) } : {};
}

export default async function PublicTextsPage({ params }: Props) {
  const language = await requestLanguage();
  const page = await textsOf((await checkedParams(params)).practice, language);
  if (!page) notFound();
  const t = await getTranslations("publicTexts");
  const time = await timesIn(page.timeZone);
  return (
    <PublicPage title={t("title", { practice: page.name })}>
      <p>{t("lead")}</p>
      {page.texts.length === 0 && <p>{t("empty")}</p>}
      {page.texts.map(
        ({ id, versions: [current, ...earlier] }) =>
          current && (
            <section key={id} aria-labelledby={id} className={classes.text}>
              <h2 id={id} lang={current.language}>
                {current.title}
              </h2>
              <p className={classes.quiet}>
                {t("since", {
                  number: current.number,
                  date: time(current.effectiveFrom).date,
                  zone: time(current.effectiveFrom).zone,
                })}
              </p>
              <PublishedText text={current} language={language} claims={page.claims} />
              {earlier.length > 0 && (
                <>
                  <h3>{t("history", { count: earlier.length })}</h3>
                  <ul className={classes.history}>
                    {earlier.map((version) => (
                      <li key={version.id}>
                        <details>
                          <summary>
                            {t("earlier", { number: version.number, date: time(version.effectiveFrom).date })}
                          </summary>
                          <PublishedText text={version} language={language} />
                        </details>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </section>
          ),
      )}
    </PublicPage>
  );
}
