import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { boardAddress } from "@/app/desk/[practice]/board/board-address";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import { MoveLeft } from "./move-left";
import classes from "./needs-you.module.css";
import { People } from "./people";

type Today = Awaited<ReturnType<typeof todayPage>>;

/** What waits for somebody of the practice: one's own by patient, the most urgent first, then what is a colleague's. */
export async function NeedsYou({ practice, today }: { practice: string; today: Today }) {
  const t = await getTranslations("today");
  const time = await timesIn(today.timeZone);
  const { mine, others, unsigned, unwitnessed, unsealed, counts, diskPercent } = today;
  const counted = [
    { filter: "overdue" as const, count: counts.overdue ?? 0 },
    { filter: "due" as const, count: counts.due ?? 0 },
  ].filter(({ count }) => count > 0);
  const contradicting = unwitnessed?.contradicting ?? [];
  const late = unwitnessed?.late ?? null;
  const ofPractice =
    contradicting.length +
    [unsigned, late, unsealed > 0, diskPercent !== null, today.moveLeft].filter(Boolean).length;
  const count = linesIn(mine) + ofPractice + counted.length;
  return (
    <section aria-labelledby="needs-you" className={classes.needs}>
      <h2 id="needs-you">{t("needsYou", { count })}</h2>
      {count === 0 && <p>{t("nothing")}</p>}
      <ul className={classes.list}>
        {unsigned && (
          <li data-row className={classes.alarm}>
            <p>
              {t(`unsigned.${unsigned.fault}`, { since: time(unsigned.failedAt).both })}{" "}
              <a href={routes.audit(practice)}>{t("unsigned.check")}</a>
            </p>
          </li>
        )}
        {contradicting.map(({ name, fault, known, since }) => (
          <li key={name} data-row className={classes.alarm}>
            <p>
              {t(`contradicted.${fault}`, { name, known: known ?? 0, since: time(since).both })}{" "}
              <a href={routes.settings(practice)}>{t("contradicted.look")}</a>
            </p>
          </li>
        ))}
        {late && (
          <li data-row>
            <p>
              {t("unwitnessed", {
                since: time(late.since).both,
                quorum: late.quorum,
                names: late.names.join(", ") || "none",
              })}{" "}
              <a href={routes.settings(practice)}>{t("contradicted.look")}</a>
            </p>
          </li>
        )}
        {diskPercent !== null && (
          <li data-row className={classes.alarm}>
            <p>{t("lowDisk", { percent: diskPercent })}</p>
          </li>
        )}
        {unsealed > 0 && (
          <li data-row className={classes.alarm}>
            <p>{t("unsealed", { count: unsealed })}</p>
          </li>
        )}
        <People practice={practice} today={today} people={mine} />
        {today.moveLeft && (
          <li data-row>
            <MoveLeft practice={practice} left={today.moveLeft} timeZone={today.timeZone} />
          </li>
        )}
        {counted.map(({ filter, count: people }) => (
          <li key={filter} data-row>
            <p>
              {t(`counted.${filter}`, { count: people })}{" "}
              <a
                href={boardAddress(routes.board(practice), { filter, search: "", sort: "waiting", page: 1 })}
              >
                {t("show")}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t("colleagues", { count: linesIn(others), late: lateIn(others, today.day) })}</summary>
          <ul className={classes.list}>
            <People practice={practice} today={today} people={others} ofColleagues />
          </ul>
        </details>
      )}
    </section>
  );
}

function linesIn(people: Today["mine"]): number {
  return people.flatMap(({ lines }) => lines).length;
}

function lateIn(people: Today["mine"], day: string): number {
  return people.flatMap(({ lines }) => lines.filter(({ what, due }) => what === "duty" && due && due < day))
    .length;
}
