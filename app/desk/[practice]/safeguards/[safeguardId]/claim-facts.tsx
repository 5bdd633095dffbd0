import { getTranslations } from "next-intl/server";
import { languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { safeguardPage } from "@/lib/screens/desk/safeguards";
import { FreshnessWords } from "../freshness-words";
import classes from "../safeguards.module.css";

export type OneSafeguard = Awaited<ReturnType<typeof safeguardPage>>;

/** What patients read in either case, where it is set, and for whom it stands how. */
export async function ClaimFacts({ practice, page }: { practice: string; page: OneSafeguard }) {
  const { claim, both } = page;
  const t = await getTranslations("safeguards.desk");
  return (
    <dl className={classes.facts}>
      <dt>{t("standing")}</dt>
      <dd>
        <ul className={classes.accounts}>
          {claim.accounts.map((account) => (
            <li key={account.staffId}>
              <FreshnessWords account={account} />
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t("whileFresh")}</dt>
      <dd>
        {languages.map((language) => (
          <div key={language} lang={language}>
            {both.claim[language]}
          </div>
        ))}
      </dd>
      <dt>{t("otherwise")}</dt>
      <dd>
        {languages.map((language) => (
          <div key={language} lang={language}>
            {both.intent[language]}
          </div>
        ))}
      </dd>
      <dt>{t("service")}</dt>
      <dd>
        {claim.platform ?? t("anyService")}, {t("days", { count: claim.intervalDays })}
      </dd>
      <dt>{t("texts")}</dt>
      <dd>
        {claim.texts.length === 0
          ? t("noText")
          : claim.texts.map(({ id, title }) => (
              <div key={id}>
                <a href={routes.disclosure(practice, id)}>{title}</a>
              </div>
            ))}
      </dd>
    </dl>
  );
}
