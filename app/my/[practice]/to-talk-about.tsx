import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import type { Language } from "@/lib/languages";
import type { whatCounts } from "@/lib/requests/question";
import { routes } from "@/lib/routes";
import classes from "./pages.module.css";

type Props = {
  practice: string;
  talking: {
    requestId: string;
    title: string;
    language: Language;
    since: Date;
    counting: ReturnType<typeof whatCounts>;
  }[];
  timeZone: string;
  level: 2 | 3;
};

/** What they would like to talk about first: it stays open and nobody reminds them. */
export async function ToTalkAbout({ practice, talking, timeZone, level }: Props) {
  const t = await getTranslations("my.home");
  const standing = await getTranslations("done.earlier");
  const shown = await timesIn(timeZone);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <Heading>{t("talking")}</Heading>
      </div>
      <div className={classes.card}>
        <ul className={classes.rows}>
          {talking.map(({ requestId, title, language, since, counting }) => (
            <li key={requestId}>
              <div className={classes.row}>
                <a lang={language} href={routes.request(practice, requestId)}>
                  {title}
                </a>
              </div>
              <span className={classes.detail}>{t("talkingSince", { date: shown(since).date })}</span>
              {counting && (
                <p className={classes.quiet}>
                  {standing(counting.standing, {
                    date: shown(counting.answeredAt).date,
                    until: shown(counting.until).date,
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
        <p className={classes.quiet}>{t("talkingNote")}</p>
      </div>
    </section>
  );
}
