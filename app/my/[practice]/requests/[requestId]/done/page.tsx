import { Button, Stack } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { ForgetEntered } from "@/app/_ui/forget-entered";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { CopyProgress } from "@/app/my/_kit/copy-progress";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { asLanguage, type Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { answeredPage } from "@/lib/screens/my/answered";
import classes from "./done.module.css";

type Props = PageProps<"/my/[practice]/requests/[requestId]/done">;

export async function generateMetadata() {
  return { title: (await getTranslations("done"))("title") };
}

export default async function DonePage({ params, searchParams }: Props) {
  const { practice: slug, requestId } = await checkedParams(params);
  const { before } = await searchParams;
  const ctx = await patientContext(slug);
  const page = await orNotFound(ctx, answeredPage(ctx, requestId, asLanguage(await getLocale())));
  const { practice, thanked, request, uses, next, sitting, document, counting } = page;
  const t = await getTranslations("done");
  const declining = await getTranslations("declining");
  const shown = await timesIn(practice.timeZone);
  const allowed = uses.filter(({ answer }) => answer === "yes");
  const yes = allowed.length;
  const acknowledged = isAcknowledged(page.text.kind);
  const no = uses.filter(({ answer }) => answer === "no").length;
  const at = request.answer && shown(request.answer.answeredAt);
  // A text that needs the sample is led to by way of it.
  const leads = page.isToTest && next?.isOfWriting;
  const about = new URLSearchParams({ patient: request.patientId });
  if (leads) about.set("next", routes.request(slug, next.requestId));
  const toSample = `${routes.records(slug)}?${about}`;
  const home = { href: routes.my(slug), label: t("home") };
  const place =
    sitting.total > 1 ? t("place", { position: sitting.position, total: sitting.total }) : undefined;

  return (
    <PatientFrame practice={practice} back={home} {...(place && { place })}>
      <h1 className={classes.title}>
        {request.answer
          ? t("thanks", { named: String(thanked !== null), name: thanked ?? "" })
          : t("talkTitle")}
      </h1>
      {request.answer && <ForgetEntered requestId={requestId} />}
      {before && <p className={classes.quiet}>{t("before")}</p>}
      {at ? (
        <>
          <p>{t("counts", { date: at.date, time: at.time, zone: at.zone })}</p>
          <p>{t(outcomeOf(acknowledged, yes, no), { yes, no })}</p>
          <section className={classes.copy} aria-labelledby="copy">
            <h2 id="copy">{t("copyTitle")}</h2>
            {document ? (
              <Button component="a" href={routes.document(document.id)} variant="default" size="lg" fullWidth>
                {t("download")}
              </Button>
            ) : (
              <CopyProgress
                waiting={t("locking")}
                late={t("lockingLate")}
                reload={t("lookAgain")}
                here={routes.answered(slug, requestId)}
              />
            )}
          </section>
          <section>
            <h2>{t("now")}</h2>
            {acknowledged ? (
              yes > 0 && <p>{t("onlyReceipt")}</p>
            ) : (
              <Allowed uses={allowed} language={page.text.language} />
            )}
            {(yes === 0 || !acknowledged) && (
              <p>
                <a href={routes.myConsents(slug)}>{t("change")}</a>
              </p>
            )}
          </section>
        </>
      ) : (
        <>
          <p>{request.declinedAt ? declining("noted") : t("talk")}</p>
          {counting && (
            <p>
              {t(`earlier.${counting.standing}`, {
                date: shown(counting.answeredAt).date,
                until: shown(counting.until).date,
              })}
            </p>
          )}
        </>
      )}
      <Stack mt="xl" gap="sm">
        {page.isToTest && (
          <Button
            component="a"
            href={toSample}
            size="lg"
            fullWidth
            variant={next && !leads ? "default" : "filled"}
          >
            {t("toSample")}
          </Button>
        )}
        {next && !leads && (
          <Button component="a" href={routes.request(slug, next.requestId)} size="lg" fullWidth>
            {t.rich("next", {
              title: next.title,
              text: (words) => <span lang={next.language}>{words}</span>,
            })}
          </Button>
        )}
        <Button
          component="a"
          href={routes.my(slug)}
          variant={next || page.isToTest ? "default" : "filled"}
          size="lg"
          fullWidth
        >
          {t(next || page.isToTest ? "stop" : "toHome")}
        </Button>
      </Stack>
      <p className={classes.quiet}>{t("ownPhone")}</p>
    </PatientFrame>
  );
}

async function Allowed({ uses, language }: { uses: { id: string; label: string }[]; language: Language }) {
  const t = await getTranslations("done");
  if (uses.length === 0) return <p>{t("nothingAllowed")}</p>;
  return (
    <>
      <p>{t("allowed")}</p>
      <ul>
        {uses.map(({ id, label }) => (
          <li key={id} lang={language}>
            {label}
          </li>
        ))}
      </ul>
      <p>{t("restOff")}</p>
    </>
  );
}

function outcomeOf(acknowledged: boolean, yes: number, no: number) {
  if (acknowledged) return yes > 0 ? "received" : "notReceived";
  if (yes === 0) return "refused";
  return no === 0 ? "allYes" : "someYes";
}
