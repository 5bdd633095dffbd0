import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { timesIn } from "@/app/_ui/time";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { consentsPage } from "@/lib/screens/my/consents";
import { WhereWeMeet } from "../where-we-meet";
import { Consent } from "./consent";
import { EarlierAgreements } from "./earlier-agreements";
import { TakeEverything } from "./take-everything";

type Props = PageProps<"/my/[practice]/consents">;

export async function generateMetadata() {
  return { title: (await getTranslations("consents"))("title") };
}

export default async function ConsentsPage({ params }: Props) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const { practice, people } = await consentsPage(ctx, asLanguage(await getLocale()));
  const t = await getTranslations("consents");
  const home = { href: routes.my(slug), label: (await getTranslations("common"))("home") };
  const { zone } = (await timesIn(practice.timeZone))(new Date());
  const isNamed = people.length > 1 || people.some(({ isReader }) => !isReader);

  return (
    <PatientFrame practice={practice} back={home}>
      <h1 className={pages.title}>{t("title")}</h1>
      <p className={pages.quiet}>{t("intro", { zone })}</p>
      {people.map(({ id, calledName, meets, consents, agreements, mayTakeEverything }) => (
        <div key={id}>
          {isNamed && <h2 className={pages.person}>{t("for", { name: calledName })}</h2>}
          <WhereWeMeet meets={meets} timeZone={practice.timeZone} />
          {consents.length === 0 && agreements.length === 0 && <p>{t("empty")}</p>}
          {consents.map((consent) => (
            <Consent
              key={consent.disclosureId}
              practice={slug}
              theirs={practice}
              consent={consent}
              level={isNamed ? 3 : 2}
            />
          ))}
          {mayTakeEverything && (
            <TakeEverything
              practice={slug}
              patientId={id}
              calledName={people.length > 1 ? calledName : null}
            />
          )}
          <EarlierAgreements agreements={agreements} timeZone={practice.timeZone} level={isNamed ? 3 : 2} />
        </div>
      ))}
    </PatientFrame>
  );
}
