import { Button } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { routes } from "@/lib/routes";
import type { HomeQuestion } from "@/lib/screens/my/home";
import classes from "./pages.module.css";

type Props = { practice: string; questions: HomeQuestion[]; level: 2 | 3; calledName?: string };

/** What waits to be read, how long it takes, and one button that leads through it in order. */
export async function ToRead({ practice, questions, level, calledName }: Props) {
  const t = await getTranslations("my.home");
  const Heading = level === 2 ? "h2" : "h3";
  const first = questions.find(({ isOnPaper }) => !isOnPaper);
  const minutes = questions.reduce((sum, question) => sum + question.minutes, 0);
  const [due] = questions.flatMap(({ dueOn }) => dueOn ?? []).sort();
  // A due date is a day and not a moment: it is the same in every zone.
  const shown = await timesIn("UTC");

  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <Heading>{t("toRead", { count: questions.length })}</Heading>
        <span className={classes.minutes}>{t("minutes", { minutes })}</span>
      </div>
      <div className={classes.card}>
        <ul className={classes.rows}>
          {questions.map((question) => (
            <li key={question.requestId}>
              <div className={classes.row}>
                <a lang={question.language} href={routes.request(practice, question.requestId)}>
                  {question.title}
                </a>
                <span className={classes.minutes}>{t("minutes", { minutes: question.minutes })}</span>
              </div>
              {question.isOnPaper && <span className={classes.mark}>{t("onPaper")}</span>}
              {question.isNewer && <span className={classes.mark}>{t("newer")}</span>}
            </li>
          ))}
        </ul>
        {due && (
          <p className={classes.quiet}>{t("due", { date: shown(new Date(`${due}T12:00:00Z`)).date })}</p>
        )}
        {first && (
          <Button component="a" href={routes.request(practice, first.requestId)} size="lg" fullWidth>
            {calledName ? t("startFor", { name: calledName }) : t("start")}
          </Button>
        )}
      </div>
    </section>
  );
}
