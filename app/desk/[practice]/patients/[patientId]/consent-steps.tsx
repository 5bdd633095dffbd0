import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import list from "@/app/desk/_kit/list.module.css";
import { marked } from "@/app/desk/_kit/name";
import { StepForm } from "@/app/desk/_kit/step-form";
import type { Reasoned } from "@/lib/answers/reasons";
import type { StandingConsent } from "@/lib/consents/of-patients";
import { isAcknowledged } from "@/lib/disclosures/rules";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { takeableAnswers, usesToWithdraw } from "@/lib/withdrawals/rules";
import { correctAnswerAction, endNoticeAction, saidAloudAction } from "./actions";
import { ReasonField } from "./reason-field";

type Props = { practice: string; page: PatientPageData; consent: StandingConsent };

/** What can be noted about an answer or an open notice: said aloud, by mistake, or ended without them. */
export async function ConsentSteps(props: Props) {
  const { page, consent } = props;
  const { answer, question } = consent.state;
  const spoken = page.spoken.get(answer?.id ?? "");
  const t = await getTranslations("desk.aftermath");
  const time = await timesIn(page.timeZone);
  const isNotice = isAcknowledged(consent.disclosure.kind);
  const ending = consent.requests.findLast(({ id }) => page.endings.has(id));
  return (
    <>
      {spoken && (
        <p className={list.small}>
          {t("spoken", { name: spoken.noterName, route: spoken.route, date: time(spoken.withdrawnAt).both })}
        </p>
      )}
      <Why about="corrected" noted={page.corrections.get(answer?.id ?? "")} page={page} />
      {isNotice && <Why about="ended" noted={page.endings.get(ending?.id ?? "")} page={page} />}
      {page.may.noteWithdrawal && <SaidAloud {...props} />}
      {page.may.correct && answer && !answer.correctedAt && <ByMistake {...props} answerId={answer.id} />}
      {page.may.endNotice && isNotice && question && <EndNotice {...props} requestId={question.requestId} />}
    </>
  );
}

async function Why({
  about,
  noted,
  page,
}: {
  about: "corrected" | "ended";
  noted?: Reasoned;
  page: PatientPageData;
}) {
  if (!noted) return null;
  const t = await getTranslations("desk.aftermath");
  const time = await timesIn(page.timeZone);
  return (
    <p className={list.small}>
      {t(about, { name: noted.byName, date: time(noted.at).date })}{" "}
      {noted.reason ?? (
        <span className={list.quiet}>{t(noted.hidden ? "reasonHidden" : "reasonAltered")}</span>
      )}
    </p>
  );
}

async function SaidAloud({ practice, page, consent }: Props) {
  const t = await getTranslations("desk.aftermath.aloud");
  const takeable = takeableAnswers(consent.disclosure.kind, consent.state);
  const [answer] = takeable;
  if (!answer) return null;
  const labels = new Map(consent.answered?.items.map(({ id, label }) => [id, label]));
  const uses = usesToWithdraw(answer, null);
  return (
    <StepForm
      action={saidAloudAction.bind(null, practice)}
      fields={{ answerId: answer.id }}
      words={{ label: t("label"), save: t("save"), cancel: t("cancel"), missing: t("missing") }}
      done={{ words: t("noted", { name: marked(page.patient.legalName) }) }}
    >
      <fieldset>
        <legend>{t("which")}</legend>
        {uses.length > 1 &&
          uses.map((id) => (
            <label key={id}>
              <input type="radio" name="use" value={id} /> {labels.get(id) ?? t("use")}
            </label>
          ))}
        <label>
          <input type="radio" name="use" value="all" /> {t(uses.length > 1 ? "all" : "it")}
        </label>
      </fieldset>
      <fieldset>
        <legend>{t("how")}</legend>
        {(["phone", "in-person"] as const).map((route) => (
          <label key={route}>
            <input type="radio" name="route" value={route} /> {t(route)}
          </label>
        ))}
      </fieldset>
      <p className={list.small}>{t("means")}</p>
    </StepForm>
  );
}

async function ByMistake({ practice, page, consent, answerId }: Props & { answerId: string }) {
  const t = await getTranslations("desk.aftermath.mistake");
  const title = consent.answered?.title ?? "";
  return (
    <StepForm
      action={correctAnswerAction.bind(null, practice)}
      fields={{ answerId }}
      words={{ label: t("label"), save: t("save"), cancel: t("cancel"), missing: t("missing") }}
      done={{ words: t("noted", { name: marked(page.patient.legalName), title }) }}
    >
      <p className={list.small}>{t("means")}</p>
      <ReasonField label={t("reason")} />
    </StepForm>
  );
}

async function EndNotice({ practice, page, requestId }: Props & { requestId: string }) {
  const t = await getTranslations("desk.aftermath.notice");
  return (
    <StepForm
      action={endNoticeAction.bind(null, practice)}
      fields={{ requestId }}
      words={{ label: t("label"), save: t("save"), cancel: t("cancel"), missing: t("missing") }}
      done={{ words: t("noted", { name: marked(page.patient.legalName) }) }}
    >
      <fieldset>
        <legend>{t("outcome")}</legend>
        {(["refused", "unable"] as const).map((outcome) => (
          <label key={outcome}>
            <input type="radio" name="outcome" value={outcome} /> {t(outcome)}
          </label>
        ))}
      </fieldset>
      <ReasonField label={t("tried")} />
      <p className={list.small}>{t("means")}</p>
    </StepForm>
  );
}
