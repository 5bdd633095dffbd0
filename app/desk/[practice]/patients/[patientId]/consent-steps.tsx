import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Choice, Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import type { NotedReason } from "@/lib/answers/noted-reasons";
import type { PatientConsent } from "@/lib/consents/consents-of-patients";
import { isAcknowledged } from "@/lib/disclosures/rules";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { spokenRoutes } from "@/lib/withdrawals/input";
import { usesToWithdraw, withdrawableAnswers } from "@/lib/withdrawals/rules";
import { correctAnswerAction, endNoticeAction, saidAloudAction } from "./actions";

type Props = { practice: string; page: PatientPageData; consent: PatientConsent };

/** What can be noted about an answer or an open notice: said aloud, by mistake, or ended without them. */
export async function ConsentSteps(props: Props) {
  const { page, consent } = props;
  const { answer, question } = consent.state;
  const spoken = page.spoken.get(answer?.id ?? "");
  const t = await getTranslations("aftermath");
  const time = await timesIn(page.timeZone);
  const isNotice = isAcknowledged(consent.disclosure.kind);
  const ending = consent.requests.findLast(({ id }) => page.endings.has(id));
  return (
    <>
      {spoken && (
        <p className={tones.small}>
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
  noted?: NotedReason;
  page: PatientPageData;
}) {
  if (!noted) return null;
  const t = await getTranslations("aftermath");
  const time = await timesIn(page.timeZone);
  return (
    <p className={tones.small}>
      {t(about, { name: noted.byName, date: time(noted.at).date })}{" "}
      {noted.reason ?? (
        <span className={tones.quiet}>{t(noted.hidden ? "reasonHidden" : "reasonAltered")}</span>
      )}
    </p>
  );
}

async function SaidAloud({ practice, page, consent }: Props) {
  const t = await getTranslations("aftermath.aloud");
  const withdrawable = withdrawableAnswers(consent.disclosure.kind, consent.state);
  const [answer] = withdrawable;
  if (!answer) return null;
  const labels = new Map(consent.answered?.items.map(({ id, label }) => [id, label]));
  const uses = usesToWithdraw(answer, null);
  const each = uses.map((id) => ({ value: id, label: labels.get(id) ?? t("use") }));
  const all = { value: "all", label: t(uses.length > 1 ? "all" : "it") };
  return (
    <DeskForm
      action={saidAloudAction.bind(null, practice)}
      fields={{ answerId: answer.id }}
      open={t("label")}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("noted", { name: marked(page.patient.legalName) }) }}
    >
      <Choice
        name="use"
        label={t("which")}
        of={uses.length > 1 ? [...each, all] : [all]}
        missing={t("whichMissing")}
      />
      <Choice
        name="route"
        label={t("how")}
        of={spokenRoutes.map((value) => ({ value, label: t(value) }))}
        missing={t("howMissing")}
      />
      <p className={tones.small}>{t("means")}</p>
    </DeskForm>
  );
}

async function ByMistake({ practice, page, consent, answerId }: Props & { answerId: string }) {
  const t = await getTranslations("aftermath.mistake");
  const title = consent.answered?.title ?? "";
  return (
    <DeskForm
      action={correctAnswerAction.bind(null, practice)}
      fields={{ answerId }}
      open={t("label")}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("noted", { name: marked(page.patient.legalName), title }) }}
    >
      <p className={tones.small}>{t("means")}</p>
      <ReasonField label={t("reason")} missing={t("missing")} />
    </DeskForm>
  );
}

async function EndNotice({ practice, page, requestId }: Props & { requestId: string }) {
  const t = await getTranslations("aftermath.notice");
  return (
    <DeskForm
      action={endNoticeAction.bind(null, practice)}
      fields={{ requestId }}
      open={t("label")}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("noted", { name: marked(page.patient.legalName) }) }}
    >
      <Choice
        name="outcome"
        label={t("outcome")}
        of={(["refused", "unable"] as const).map((value) => ({ value, label: t(value) }))}
        missing={t("missing")}
      />
      <ReasonField label={t("tried")} missing={t("missing")} />
      <p className={tones.small}>{t("means")}</p>
    </DeskForm>
  );
}

/** Why, in one's own words; who reads it stands beside it. */
async function ReasonField(words: { label: string; missing: string }) {
  const t = await getTranslations("aftermath");
  return <Field name="reason" {...words} hint={t("reasonHint")} multiline maxLength={1_000} />;
}
