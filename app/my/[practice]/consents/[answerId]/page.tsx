import { Button, Stack } from "@mantine/core";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { CopyProgress } from "@/app/my/_kit/copy-progress";
import { Copy, Promises, Stopped } from "@/app/my/[practice]/consents/after-withdrawing";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { withdrawnPage } from "@/lib/screens/my/withdrawn";

type Props = PageProps<"/my/[practice]/consents/[answerId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("withdrawals.withdrawn"))("title") };
}

export default async function WithdrawnPage({ params }: Props) {
  const { practice: slug, answerId } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const page = await orNotFound(ctx, withdrawnPage(ctx, answerId, asLanguage(await getLocale())));
  if (!page) redirect(routes.myConsents(slug));

  const { practice, title, document, notedBy } = page;
  const t = await getTranslations("withdrawals.withdrawn");
  const more = await getTranslations("withdrawals.takenBack");
  const { date, time, zone } = (await timesIn(practice.timeZone))(page.withdrawnAt);
  const back = { href: routes.myConsents(slug), label: t("back") };
  return (
    <PatientFrame practice={practice} back={back}>
      <h1 className={pages.title}>{t("title")}</h1>
      <p lang={page.language} className={pages.quiet}>
        {title}
      </p>
      <p role="status">{t("since", { date, time, zone })}</p>
      <Stopped taken={page} />
      {notedBy && <p>{more("notedBy", { name: notedBy, practice: practice.name, phone: practice.phone })}</p>}
      <p>{more("seen")}</p>
      <Promises taken={page} timeZone={practice.timeZone} />
      <p>{t("care")}</p>
      <section className={pages.section} aria-labelledby="copy">
        <div className={pages.head}>
          <h2 id="copy">{t("copyTitle")}</h2>
        </div>
        {document ? (
          <Copy taken={page} />
        ) : (
          <CopyProgress
            waiting={t("locking")}
            late={t("lockingLate")}
            reload={t("lookAgain")}
            here={routes.withdraw(slug, answerId)}
          />
        )}
      </section>
      <Stack mt="xl" gap="sm">
        <Button component="a" href={routes.myConsents(slug)} variant="default" size="lg" fullWidth>
          {t("back")}
        </Button>
        <Button component="a" href={routes.my(slug)} size="lg" fullWidth>
          {t("home")}
        </Button>
      </Stack>
    </PatientFrame>
  );
}
