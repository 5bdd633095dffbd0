import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { marked, Name } from "@/app/desk/_kit/name";
import { endNextAction } from "@/app/desk/[practice]/platforms/requests/actions";
import { Standing } from "@/app/desk/[practice]/platforms/requests/wish-state";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import classes from "./needs-you.module.css";

type Today = Awaited<ReturnType<typeof todayPage>>;

/** Wishes to answer, trials to look at again, and the next session where it is held another way. */
export async function HowWeMeet({ practice, today }: { practice: string; today: Today }) {
  const { toAnswer, toReview, next, mayNoteNext } = today.wishes;
  const count = toAnswer.length + toReview.length + next.length;
  if (count === 0) return null;
  const t = await getTranslations("wishes");
  return (
    <section aria-labelledby="how-we-meet" className={classes.needs}>
      <h2 id="how-we-meet">{t("today.title", { count })}</h2>
      <ul className={classes.list}>
        {[...toAnswer, ...toReview].map((wish) => (
          <li key={wish.id} data-row>
            <p>
              <a href={routes.platformRequest(practice, wish.id)}>
                <Name>{wish.legalName}</Name>
              </a>{" "}
              {t(`today.wish.${wish.side}`, { way: wish.way ?? wish.other ?? t("notSure") })}{" "}
              <Standing wish={wish} timeZone={today.timeZone} />
            </p>
          </li>
        ))}
        {next.map(({ id, patientId, legalName, way, side }) => (
          <li key={id} data-row>
            <p>
              <a href={routes.patient(practice, patientId)}>
                <Name>{legalName}</Name>
              </a>{" "}
              {t(`today.next.${side}`, { way })}
            </p>
            {mayNoteNext && (
              <Act
                action={endNextAction.bind(null, practice)}
                fields={{ choiceId: id }}
                label={t("today.tookPlace")}
                done={{ words: t("today.ended", { name: marked(legalName) }) }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
