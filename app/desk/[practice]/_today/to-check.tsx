import { getTranslations } from "next-intl/server";
import { FreshnessWords } from "@/app/desk/[practice]/safeguards/freshness-words";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import classes from "./needs-you.module.css";

/** Claims about how sessions are protected that somebody has to look at, and the texts that say them. */
export async function ToCheck(props: {
  practice: string;
  toCheck: Awaited<ReturnType<typeof todayPage>>["toCheck"];
}) {
  const { practice, toCheck } = props;
  if (toCheck.length === 0) return null;
  const t = await getTranslations("safeguards.today");
  return (
    <section aria-labelledby="to-check" className={classes.needs}>
      <h2 id="to-check">{t("title", { count: toCheck.length })}</h2>
      <ul className={classes.list}>
        {toCheck.map(({ id, words, accounts, isOwn, texts }) => (
          <li key={id} data-row>
            <p>
              {words}:{" "}
              {accounts.map((account, index) => (
                <span key={account.staffId}>
                  {index > 0 && "; "}
                  <FreshnessWords account={account} />
                </span>
              ))}
              {texts.length > 0 && (
                <>
                  . {t("texts")}{" "}
                  {texts.map((text, index) => (
                    <span key={text.id}>
                      {index > 0 && ", "}
                      <a href={routes.disclosure(practice, text.id)}>{text.title}</a>
                    </span>
                  ))}
                </>
              )}
            </p>
            <a
              href={`${routes.safeguard(practice, id)}#check`}
              aria-label={t(isOwn ? "checkOf" : "seeOf", { words })}
            >
              {t(isOwn ? "check" : "see")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
