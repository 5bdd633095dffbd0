import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { routes } from "@/lib/routes";
import type { AgreedConsent } from "@/lib/screens/my/consents";
import { ToAgreeWords } from "../to-agree";
import { MeetsLike } from "../where-we-meet";
import { answerAnewAction } from "./actions";
import classes from "./consents.module.css";
import { sayState } from "./say-state";
import { WithdrawForm } from "./withdraw-form";

type Props = {
  practice: string;
  theirs: { name: string; phone: string; timeZone: string };
  consent: AgreedConsent;
  level: 2 | 3;
};

/** One text: where it stands in the patient's words, each use with its answer, and every way to change it. */
export async function Consent({ practice, theirs, consent, level }: Props) {
  const t = await getTranslations("consents");
  const shown = await timesIn(theirs.timeZone);
  const { state, uses, patientId, disclosureId } = consent;
  // The line above says when the last of it ended; it is not said again for each use.
  const lastEnd = state.word === "withdrawn" ? state.since?.getTime() : undefined;
  const Heading = level === 2 ? "h2" : "h3";
  const id = `consent-${patientId}-${disclosureId}`;

  return (
    <section className={classes.consent} aria-labelledby={id}>
      <Heading id={id} lang={consent.language} className={classes.heading}>
        {consent.title}
      </Heading>
      {sayState(consent, theirs, t, shown, await wherePhrase()).map((line) => (
        <p key={line} className={classes.state}>
          {line}
        </p>
      ))}
      {consent.kind === "platform-disclosure" && (
        <MeetsLike meets={consent.meets} timeZone={theirs.timeZone} />
      )}
      {consent.meets?.toAgree?.disclosureIds.includes(disclosureId) && (
        <p className={classes.state}>
          <ToAgreeWords toAgree={consent.meets.toAgree} />
        </p>
      )}
      {state.answer && !consent.acknowledged && (
        <ul className={classes.uses}>
          {uses.map((use) => (
            <li key={use.id}>
              <strong>{use.withdrawnAt ? t("takenBack") : t(use.answer ?? "open")}</strong>
              <span>
                <span lang={consent.language}>{use.label}</span>
                <span className={classes.when}>
                  {use.withdrawnAt &&
                    use.withdrawnAt.getTime() !== lastEnd &&
                    t("takenBackOn", { date: shown(use.withdrawnAt).both })}
                  {state.word === "given" && !use.withdrawnAt && use.answer === "yes" && (
                    <span lang={consent.language}>{use.until}</span>
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {state.answer &&
        (consent.documentId ? (
          <p className={classes.copy}>
            <a href={routes.document(consent.documentId)} aria-describedby={id}>
              {t("download")}
            </a>
          </p>
        ) : (
          <p className={classes.when}>{t("locking")}</p>
        ))}
      {consent.acknowledged && state.yes.length > 0 && <p className={classes.when}>{t("noticeStays")}</p>}
      {state.question && (
        <Button
          component="a"
          href={routes.request(practice, state.question.requestId)}
          variant="default"
          size="lg"
          fullWidth
          aria-describedby={id}
        >
          {t(state.question.startedByPatient ? "goOn" : consent.hasNewerText ? "readNewer" : "read")}
        </Button>
      )}
      {consent.restingRequestId && (
        <Button
          component="a"
          href={routes.request(practice, consent.restingRequestId)}
          variant="default"
          size="lg"
          fullWidth
          aria-describedby={id}
        >
          {t("read")}
        </Button>
      )}
      {consent.endedNotice?.requestId && (
        <Button
          component="a"
          href={routes.request(practice, consent.endedNotice.requestId)}
          variant="default"
          size="lg"
          fullWidth
          aria-describedby={id}
        >
          {t("confirmNow")}
        </Button>
      )}
      {consent.mayAnswerAnew && !consent.restingRequestId && (
        <PlainForm action={answerAnewAction.bind(null, practice)} values={{ patientId, disclosureId }}>
          <SendButton variant="default" aria-describedby={id}>
            {t("anew")}
          </SendButton>
        </PlainForm>
      )}
      <WithdrawForm practice={practice} consent={consent} describedBy={id} />
    </section>
  );
}
