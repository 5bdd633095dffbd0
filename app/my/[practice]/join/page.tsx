import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { NextSessionLine } from "@/app/my/[practice]/next-session";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { joinPage } from "@/lib/screens/my/join";
import classes from "./join.module.css";
import { PhoneLinks } from "./phone-links";
import { Way } from "./way-to-meet";

type Props = PageProps<"/my/[practice]/join">;

export async function generateMetadata() {
  return { title: (await getTranslations("rooms.join"))("title") };
}

export default async function JoinPage({ params }: Props) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const language = asLanguage(await getLocale());
  const { practice, people } = await joinPage(ctx, language);
  const t = await getTranslations("rooms.join");
  const home = { href: routes.my(slug), label: (await getTranslations("common"))("home") };
  const isNamed = people.length > 1 || people.some(({ isReader }) => !isReader);
  const kinds = new Set(people.flatMap(({ ways }) => ways.map(({ platform }) => platform?.kind)));
  const know = goodToKnow(kinds);
  const slots = { phone: practice.phone, line: practice.crisisLine[language] };
  return (
    <PatientFrame practice={practice} back={home}>
      <h1 className={pages.title}>{t("title")}</h1>
      {people.map((person) => (
        <div key={person.id}>
          {isNamed && <h2 className={pages.person}>{t("for", { name: person.calledName })}</h2>}
          <NextSessionLine next={person.next} phone={practice.phone} />
          {person.ways.map((way) => (
            <Way
              key={way.groupName ?? ""}
              practice={slug}
              way={way}
              person={person}
              phone={practice.phone}
              level={isNamed ? 3 : 2}
            />
          ))}
        </div>
      ))}
      {know.length > 0 && <h2 className={pages.person}>{t("good")}</h2>}
      <dl className={classes.know}>
        {know.map(({ title, words }) => (
          <div key={title}>
            <dt>{t(title)}</dt>
            <dd className={pages.prose}>
              <PhoneLinks>{t(words, slots)}</PhoneLinks>
            </dd>
          </div>
        ))}
      </dl>
    </PatientFrame>
  );
}

/** What one may meet with where there is a screen, and what to do where a line can drop. */
function goodToKnow(kinds: ReadonlySet<string | undefined>) {
  if (kinds.has("video"))
    return [
      { title: "somebody.title", words: "somebody.words" },
      { title: "redDot.title", words: "redDot.words" },
      { title: "drops.title", words: "drops.words" },
    ] as const;
  return kinds.has("phone") ? [{ title: "drops.title", words: "drops.onPhone" } as const] : [];
}
