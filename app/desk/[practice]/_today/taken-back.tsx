import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Name } from "@/app/desk/_kit/name";
import { quoted } from "@/app/desk/_kit/quoted";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import classes from "./needs-you.module.css";

/** What is not allowed any more since a short time: news to know, with nothing to do here. */
export async function TakenBack({
  practice,
  today,
}: {
  practice: string;
  today: Awaited<ReturnType<typeof todayPage>>;
}) {
  if (today.takenBack.length === 0) return null;
  const t = await getTranslations("today.takenBack");
  const time = await timesIn(today.timeZone);
  const taken = await Promise.all(
    today.takenBack.map(async (one) => ({ ...one, uses: await quoted(one.uses) })),
  );
  return (
    <section aria-labelledby="taken-back" className={classes.needs}>
      <h2 id="taken-back">{t("title")}</h2>
      <ul className={classes.list}>
        {taken.map((one) => (
          <li key={one.id} data-row>
            <p>
              <a href={routes.patient(practice, one.patientId)}>
                <Name>{one.legalName}</Name>
              </a>{" "}
              {t("sentence", {
                uses: one.uses,
                title: one.title,
                at: time(one.withdrawnAt).both,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
