import { getLocale, getTranslations } from "next-intl/server";
import { shortDay, shownDay } from "@/app/desk/_kit/day";
import { Listing } from "@/app/desk/_kit/list";
import type { campaignPage } from "@/lib/screens/desk/campaign";
import { DrawnProgress } from "./drawn-progress";
import classes from "./progress.module.css";
import { lines } from "./progress-lines";

type Page = Awaited<ReturnType<typeof campaignPage>>;

/** How asking went from day to day: in a sentence, drawn, and in numbers. */
export async function Progress({ days }: { days: Page["days"] }) {
  const t = await getTranslations("campaigns.days");
  const language = await getLocale();
  const last = days?.points.at(-1);
  if (!days || !last) return null;
  const points = days.points.map((point) => ({ ...point, day: shownDay(point.day, language) }));
  const drawn = days.points.map((point) => ({ ...point, day: shortDay(point.day, language) }));
  const sentence = t("sentence", { ...last, date: shownDay(last.day, language) });
  if (points.length === 1) return <p>{sentence}</p>;
  const words = { asked: t("asked"), answered: t("answered"), waiting: t("waiting") };
  return (
    <section className={classes.progress} aria-labelledby="days">
      <h2 id="days">{t("title", { every: days.everyDays })}</h2>
      <p>{sentence}</p>
      <div aria-hidden className={classes.drawing}>
        <DrawnProgress points={drawn} words={words} />
      </div>
      <ul aria-hidden className={classes.lines}>
        {lines.map(({ name, color, dashes }) => (
          <li key={name}>
            <svg viewBox="0 0 32 8" aria-hidden="true">
              <path d="M0 4H32" stroke={color} strokeWidth="2" strokeDasharray={dashes} />
            </svg>
            {words[name]}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("inNumbers", { every: days.everyDays })}</summary>
        <Listing caption={t("title", { every: days.everyDays })}>
          <thead>
            <tr>
              <th scope="col">{t("day", { every: days.everyDays })}</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col">
                  {words[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{point.day}</th>
                {lines.map(({ name }) => (
                  <td key={name} data-label={words[name]}>
                    {point[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Listing>
      </details>
    </section>
  );
}
