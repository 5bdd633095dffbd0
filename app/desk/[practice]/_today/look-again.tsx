import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import { WriteNextButton } from "@/app/desk/[practice]/disclosures/write-next-button";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import classes from "./needs-you.module.css";

/** Texts that are to be looked at again: their day has come, or something outside changed. */
export async function LookAgain(props: {
  practice: string;
  toLookAt: Awaited<ReturnType<typeof todayPage>>["toLookAt"];
}) {
  const { practice, toLookAt } = props;
  if (!toLookAt) return null;
  const { toReview, outside, titles } = toLookAt;
  const count = toReview.length + outside.length;
  if (count === 0) return null;
  const t = await getTranslations("watch.today");
  const language = await getLocale();
  const watch = await getTranslations("watch");
  const write = (id: string) => watch("write", { title: titles.get(id) ?? "" });
  const titled = (id: string) => <a href={routes.disclosure(practice, id)}>{titles.get(id) ?? ""}</a>;
  return (
    <section aria-labelledby="look-again" className={classes.needs}>
      <h2 id="look-again">{t("title", { count })}</h2>
      <ul className={classes.list}>
        {toReview.map(({ disclosureId, reviewBy }) => (
          <li key={disclosureId} data-row>
            <p>
              {titled(disclosureId)} {t("review", { day: shownDay(reviewBy, language) })}
            </p>
            <WriteNextButton practice={practice} disclosureId={disclosureId} label={write(disclosureId)} />
          </li>
        ))}
        {outside.map(({ id, subject, changedOn, isOpen, texts }) => (
          <li key={id} data-row>
            <p>
              {t(isOpen ? "outside" : "outsideWrite", { subject, day: shownDay(changedOn, language) })}{" "}
              {isOpen && <a href={`${routes.watch(practice)}#${id}`}>{t("conclude")}</a>}
            </p>
            {texts.map(({ disclosureId }) => (
              <WriteNextButton
                key={disclosureId}
                practice={practice}
                disclosureId={disclosureId}
                label={write(disclosureId)}
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
