import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { TradeOffText } from "@/app/_ui/trade-off-text";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import type { StaffContext } from "@/lib/context";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { deskTradeOffPage } from "@/lib/screens/desk/trade-off";
import { ExplainedForm } from "./explained-form";

type Props = { ctx: StaffContext; practice: string; wishId: string };

/** What the patient has to know before it begins, with the form for "explained"; then how they came to know it. */
export async function TradeOff({ ctx, practice, wishId }: Props) {
  const locale = await getLocale();
  const language = asLanguage(locale);
  const { patient, owed, known, timeZone } = await orNotFound(ctx, deskTradeOffPage(ctx, wishId, language));
  const t = await getTranslations("tradeOff.desk");
  const refusals = await getTranslations("refusals");
  const { calledName: name } = patient;
  if (known) {
    const { explainedOn, acknowledgedAt } = known.acknowledgement;
    const at = (await timesIn(timeZone))(acknowledgedAt).both;
    return (
      <section aria-labelledby="trade-off">
        <h2 id="trade-off">{t("known")}</h2>
        <p>
          {explainedOn
            ? t("explained", { by: known.notedByName ?? "", day: shownDay(explainedOn, locale), at })
            : t("signed", { name, at })}
        </p>
        <p>
          {known.document ? (
            <a href={routes.document(known.document.id)}>{t("document")}</a>
          ) : (
            <span className={tones.quiet}>{t("locking")}</span>
          )}
        </p>
        <details>
          <summary>{t("then")}</summary>
          <TradeOffText text={known.acknowledgement} language={known.acknowledgement.language} />
        </details>
      </section>
    );
  }
  if (!owed) return null;
  const { text, theirs, hindrance, mayNote, days } = owed;
  return (
    <section aria-labelledby="trade-off">
      <h2 id="trade-off">{t("heading", { name })}</h2>
      <p>{t("either", { name })}</p>
      {patient.language !== language && <p>{t("inTheirLanguage", { name, language: patient.language })}</p>}
      {hindrance && <p className={tones.alarm}>{t("hindered", { why: refusals(hindrance) })}</p>}
      <TradeOffText text={text} language={language} />
      {mayNote && !hindrance && (
        <ExplainedForm practice={practice} wishId={wishId} textSha256={theirs} days={days} />
      )}
    </section>
  );
}
