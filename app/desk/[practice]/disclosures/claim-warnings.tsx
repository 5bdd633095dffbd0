import { getLocale, getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { shownDay } from "@/app/desk/_kit/day";
import { routes } from "@/lib/routes";
import type { StaleClaim } from "@/lib/safeguards/claims";
import classes from "./claim-warnings.module.css";

/** What a text says that nobody checked lately: it may stand there, and its next version waits for it. */
export async function ClaimWarnings(props: { practice: string; claims: readonly StaleClaim[] }) {
  const { practice, claims } = props;
  if (claims.length === 0) return null;
  const t = await getTranslations("safeguards.warning");
  const language = await requestLanguage();
  const locale = await getLocale();
  return (
    <ul aria-label={t("title")} className={classes.warnings}>
      {claims.map(({ key, safeguardId, words, word, since, toCheck }) => {
        const claim = words?.[language] ?? key;
        return (
          <li key={key}>
            {t("sentence", { claim })}{" "}
            <strong>
              {t(`state.${word}`, { since: since ? shownDay(since, locale) : "", who: toCheck.join(", ") })}
            </strong>{" "}
            {safeguardId && (
              <a
                href={`${routes.safeguard(practice, safeguardId)}#check`}
                aria-label={t("checkOf", { claim })}
              >
                {t("check")}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
