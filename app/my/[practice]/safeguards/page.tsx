import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { longDay } from "@/app/_ui/long-day";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { ownSafeguardsPage } from "@/lib/screens/my/safeguards";
import classes from "./safeguards.module.css";

type Props = PageProps<"/my/[practice]/safeguards">;

export async function generateMetadata() {
  return { title: (await getTranslations("safeguards.mine"))("title") };
}

export default async function OwnSafeguardsPage({ params }: Props) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const language = asLanguage(await getLocale());
  const { practice, people } = await ownSafeguardsPage(ctx, language);
  const t = await getTranslations("safeguards.mine");
  const home = { href: routes.my(slug), label: (await getTranslations("common"))("home") };
  const isEmpty = people.every(({ claims }) => claims.length === 0);
  return (
    <PatientFrame practice={practice} back={home}>
      <h1 className={pages.title}>{t("title")}</h1>
      {isEmpty ? <p>{t("empty")}</p> : <p className={pages.quiet}>{t("intro")}</p>}
      {people.map(
        ({ id, calledName, therapist, claims }) =>
          claims.length > 0 && (
            <section key={id} aria-labelledby={`for-${id}`}>
              <h2 id={`for-${id}`} className={pages.person}>
                {people.length > 1 ? t("forPerson", { name: calledName, therapist }) : therapist}
              </h2>
              <ul className={classes.claims}>
                {claims.map((claim) => (
                  <li key={claim.id}>
                    <p className={classes.words}>{claim.words}.</p>
                    <p className={classes.when}>
                      {claim.platform && `${t("on", { platform: claim.platform })} `}
                      {t(claim.isChecked ? "checked" : claim.checkedOn ? "again" : "unchecked", {
                        day: claim.checkedOn ? longDay(claim.checkedOn, language) : "",
                      })}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      <p className={pages.section}>{t("ask")}</p>
    </PatientFrame>
  );
}
