import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { timesIn } from "@/app/_ui/time";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { pastDay } from "@/lib/past-day";
import { routes } from "@/lib/routes";
import { activityPage } from "@/lib/screens/my/activity";
import { ActivityDay } from "./activity-day";

type Props = PageProps<"/my/[practice]/activity">;

export async function generateMetadata() {
  return { title: (await getTranslations("trail.mine"))("title") };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { practice: slug } = await checkedParams(params);
  const { before, only } = await searchParams;
  const ctx = await patientContext(slug);
  const onlyOpened = only === "opened";
  const asked = { before: pastDay.safeParse(before).data ?? null, onlyOpened };
  const page = await activityPage(ctx, asked, asLanguage(await getLocale()));
  const { practice, days, severalPatients } = page;
  const t = await getTranslations("trail.mine");
  const home = { href: routes.my(slug), label: (await getTranslations("common"))("home") };
  const { zone } = (await timesIn(practice.timeZone))(new Date());
  const here = routes.myActivity(slug);
  const filter = onlyOpened ? "only=opened&" : "";

  return (
    <PatientFrame practice={practice} back={home}>
      <h1 className={pages.title}>{t("title")}</h1>
      <p className={pages.quiet}>{t("intro", { zone })}</p>
      <p className={pages.prose}>
        {onlyOpened ? (
          <a href={here}>{t("showAll")}</a>
        ) : (
          <a href={`${here}?only=opened`}>{t("showOpened")}</a>
        )}
      </p>
      {days.length === 0 && <p>{t(onlyOpened ? "nobodyOpened" : "empty")}</p>}
      {days.map(({ day, entries }) => (
        <ActivityDay
          key={day}
          day={day}
          entries={entries}
          practice={practice}
          severalPatients={severalPatients}
        />
      ))}
      <nav aria-label={t("pages")} className={`${pages.section} ${pages.prose}`}>
        {asked.before && (
          <p>
            <a href={onlyOpened ? `${here}?only=opened` : here}>{t("newest")}</a>
          </p>
        )}
        {page.before && (
          <p>
            <a href={`${here}?${filter}before=${page.before}`}>{t("earlier")}</a>
          </p>
        )}
      </nav>
      <h2 className={pages.person}>{t("notListedTitle")}</h2>
      <p>{t("notListed")}</p>
    </PatientFrame>
  );
}
