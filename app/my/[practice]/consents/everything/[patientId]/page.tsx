import { Button, Stack } from "@mantine/core";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { CopyProgress } from "@/app/my/_kit/copy-progress";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { Copy, CountsAgain, Promises, Stopped } from "@/app/my/[practice]/consents/after-withdrawing";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { takenBackPage } from "@/lib/screens/my/withdrawn";
import { putBackRefusals } from "@/lib/withdrawals/rules";
import { putEverythingBackAction } from "../../actions";

type Props = PageProps<"/my/[practice]/consents/everything/[patientId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("withdrawals.takenBack"))("title") };
}

/** Everything that was taken back with the last act: what stopped, what the practice does now, and the copies. */
export default async function TakenBackPage({ params, searchParams }: Props) {
  const { practice: slug, patientId } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const page = await orNotFound(ctx, takenBackPage(ctx, patientId, asLanguage(await getLocale())));
  if (!page) redirect(routes.myConsents(slug));

  const { practice, putBack, texts } = page;
  const t = await getTranslations("withdrawals.takenBack");
  const one = await getTranslations("withdrawals.withdrawn");
  const refusals = await getTranslations("refusals");
  const shown = await timesIn(practice.timeZone);
  const { date, time, zone } = shown(page.withdrawnAt);
  const back = { href: routes.myConsents(slug), label: one("back") };
  const { nothing, refused } = await searchParams;
  const refusal = putBackRefusals.find((reason) => reason === refused);
  const isBack = putBack?.at != null;
  return (
    <PatientFrame practice={practice} back={back}>
      <h1 className={pages.title}>{t(isBack ? "putBackTitle" : "title")}</h1>
      {refusal && <p role="alert">{refusals(refusal)}</p>}
      {nothing !== undefined && <p>{t("nothingLeft")}</p>}
      {putBack?.at ? (
        <p role="status">{t("putBackSince", { ...shown(putBack.at), taken: time })}</p>
      ) : (
        <>
          <p role="status">{t("since", { date, time, zone })}</p>
          <p>{t("seen")}</p>
          <p>{one("care")}</p>
        </>
      )}
      {putBack?.until && (
        <section className={pages.section} aria-labelledby="put-back">
          <p id="put-back">{t("whatNow", shown(putBack.until))}</p>
          <PlainForm
            action={putEverythingBackAction.bind(null, slug)}
            values={{ patientId, togetherId: putBack.togetherId }}
          >
            <SendButton variant="default">{t("putBack")}</SendButton>
          </PlainForm>
        </section>
      )}
      {texts.map((taken) => (
        <section key={taken.answerId} className={pages.section} aria-labelledby={`taken-${taken.answerId}`}>
          <div className={pages.head}>
            <h2 id={`taken-${taken.answerId}`} lang={taken.language}>
              {taken.title}
            </h2>
          </div>
          {putBack?.at ? (
            <CountsAgain taken={taken} isAnsweredAnew={putBack.notBack.includes(taken.answerId)} />
          ) : (
            <Stopped taken={taken} />
          )}
          <Promises taken={taken} timeZone={practice.timeZone} />
          {isBack && taken.document && <p>{t("copyStays", { taken: time })}</p>}
          <Copy taken={taken} />
        </section>
      ))}
      {texts.some(({ document }) => !document) && (
        <CopyProgress
          waiting={t("locking")}
          late={one("lockingLate")}
          reload={one("lookAgain")}
          here={routes.takenBack(slug, patientId)}
        />
      )}
      <Stack mt="xl" gap="sm">
        <Button component="a" href={routes.myConsents(slug)} variant="default" size="lg" fullWidth>
          {one("back")}
        </Button>
        <Button component="a" href={routes.my(slug)} size="lg" fullWidth>
          {one("home")}
        </Button>
      </Stack>
    </PatientFrame>
  );
}
