import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { myPlatformPage } from "@/lib/screens/my/platform";
import { Person } from "./person";

type Props = PageProps<"/my/[practice]/platform">;

export async function generateMetadata() {
  return { title: (await getTranslations("wishes.mine"))("title") };
}

export default async function MyPlatformPage({ params }: Props) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const { practice, people } = await myPlatformPage(ctx, asLanguage(await getLocale()));
  const t = await getTranslations("wishes.mine");
  const home = { href: routes.my(slug), label: (await getTranslations("common"))("home") };
  const isNamed = people.length > 1 || people.some(({ isReader }) => !isReader);
  return (
    <PatientFrame practice={practice} back={home}>
      <h1 className={pages.title}>{t("title")}</h1>
      <p className={pages.quiet}>{t("lead")}</p>
      {people.map((person) => (
        <section key={person.id} aria-labelledby={`person-${person.id}`}>
          <h2 id={`person-${person.id}`} className={pages.person}>
            {isNamed ? t("for", { name: person.calledName }) : t("now")}
          </h2>
          <Person
            slug={slug}
            practice={practice}
            person={person}
            calledName={isNamed ? person.calledName : null}
          />
        </section>
      ))}
    </PatientFrame>
  );
}
