import { useLocale, useTranslations } from "next-intl";
import { shownDay } from "@/app/desk/_kit/day";
import type { Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { ClaimState } from "@/lib/safeguards/claims";
import { isFresh } from "@/lib/safeguards/rules";

type Props = { practice: string; language: Language; claims: readonly ClaimState[] };

/** The claims of the text by reference: when each was checked, and what has to be looked at before publishing. */
export function ClaimsPart({ practice, language, claims }: Props) {
  const t = useTranslations("drafts.claims");
  const locale = useLocale();
  const day = (one: string | null) => (one ? shownDay(one, locale) : "");
  if (claims.length === 0) return null;
  const stale = claims.filter((claim) => !isFresh(claim));
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t("title", { count: stale.length })}</h2>
      <ul>
        {claims.map((claim) => {
          const { key, safeguardId, words, word, checkedOn, since } = claim;
          const said = words?.[language] ?? key;
          return (
            <li key={key}>
              <span>
                <span lang={language}>{said}</span>:{" "}
                {stale.includes(claim) ? (
                  <strong>{t(word, { checked: day(checkedOn), since: day(since) })}</strong>
                ) : (
                  t(word, { checked: day(checkedOn), since: day(since) })
                )}
              </span>
              {safeguardId && stale.includes(claim) && (
                <a
                  href={`${routes.safeguard(practice, safeguardId)}#check`}
                  aria-label={t("checkOf", { claim: said })}
                >
                  {t("check")}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
