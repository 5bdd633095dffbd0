import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { marked, Sentence } from "@/app/desk/_kit/name";
import { quoted } from "@/app/desk/_kit/quoted";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import type { TodayLine } from "@/lib/screens/desk/today-lines";
import { WeTalked } from "./we-talked";

type Props = {
  practice: string;
  today: Awaited<ReturnType<typeof todayPage>>;
  talks: Extract<TodayLine, { what: "talk" }>["talks"];
};

/** What a patient wants to talk about first: texts together, a way to meet alone. */
export async function Talk({ practice, today, talks }: Props) {
  const t = await getTranslations("today");
  const other = await getTranslations("otherLanguage");
  const aboutPlatform = (await getTranslations("wishes"))("conversation");
  const [first] = talks;
  if (!first) return null;
  const { patientId, legalName, phone, wishId, wantedAt, language } = first;
  const titles = await quoted(talks.map(({ title }) => title ?? aboutPlatform));
  const since = (await timesIn(today.timeZone))(wantedAt).date;
  const words = { titles, since, hasPhone: String(phone !== null), phone: marked(phone ?? "") };
  return (
    <>
      <p>
        <Sentence>{t("talk", words)}</Sentence>{" "}
        {wishId && <a href={routes.platformRequest(practice, wishId)}>{t("show")}</a>}{" "}
        {talks.some(({ lacksText }) => lacksText) && other("atTheDesk", { language })}
      </p>
      {today.mayConclude && (
        <WeTalked
          practice={practice}
          conversationIds={talks.map(({ id }) => id)}
          about={wishId ? "wish" : "question"}
          done={{
            words: t("talked", { name: marked(legalName), titles }),
            next: { href: routes.patient(practice, patientId), label: t("openPatient") },
          }}
        />
      )}
    </>
  );
}
