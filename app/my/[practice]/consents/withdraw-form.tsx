import { getLocale, getTranslations } from "next-intl/server";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { intentSentences } from "@/lib/answers/wording";
import { asLanguage } from "@/lib/languages";
import type { AgreedConsent } from "@/lib/screens/my/consents";
import { withdrawAction } from "./actions";
import classes from "./consents.module.css";

type Props = { practice: string; consent: AgreedConsent; describedBy: string };

/** One press takes it back: no name, no reason, no second question. */
export async function WithdrawForm({ practice, consent, describedBy }: Props) {
  const { withdrawable, ahead } = consent;
  if (!withdrawable && !ahead?.withdrawable) return null;
  const t = await getTranslations("consents");
  const stoppable = consent.uses.filter(({ mayStop }) => mayStop);
  const isOne = stoppable.length === 1;
  const act = withdrawAction.bind(null, practice);
  const means = `${describedBy} ${describedBy}-withdraw`;
  const all = { name: "use", value: "all", variant: "default" } as const;

  return (
    <div className={classes.withdraw}>
      <p id={`${describedBy}-withdraw`}>{intentSentences.withdraws[asLanguage(await getLocale())]}</p>
      {withdrawable && (
        <PlainForm action={act} values={{ answerId: withdrawable }}>
          <div className={classes.buttons}>
            {!isOne &&
              stoppable.map(({ id, label }) => (
                <button key={id} type="submit" name="use" value={id} className={classes.stop}>
                  {t.rich("stop", {
                    use: label,
                    text: (words) => <span lang={consent.language}>{words}</span>,
                  })}
                </button>
              ))}
            <SendButton {...all} aria-describedby={means}>
              {t(isOne ? "withdraw" : "withdrawAll")}
            </SendButton>
          </div>
        </PlainForm>
      )}
      {ahead?.withdrawable && (
        <PlainForm action={act} values={{ answerId: ahead.answerId }}>
          <SendButton {...all} mt="xs" aria-describedby={means}>
            {t("withdrawAhead")}
          </SendButton>
        </PlainForm>
      )}
    </div>
  );
}
