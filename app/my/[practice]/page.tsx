import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { otherPractices, patientContext, patientEntry } from "@/lib/auth/session";
import { dateFormat } from "@/lib/date-format";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { homePage } from "@/lib/screens/my/home";
import { Trouble } from "./_trouble/trouble";
import { NextSessionLine } from "./next-session";
import classes from "./pages.module.css";
import { ToRead } from "./to-read";
import { ToTalkAbout } from "./to-talk-about";
import { WhereWeMeet } from "./where-we-meet";

type Props = PageProps<"/my/[practice]">;

export async function generateMetadata() {
  return { title: (await getTranslations("my.home"))("title") };
}

export default async function HomePage({ params }: Props) {
  const { practice: slug } = await checkedParams(params);
  const ctx = await patientContext(slug);
  const { unprovenPatientIds } = await patientEntry(slug);
  const language = asLanguage(await getLocale());
  const page = await homePage(ctx, language);
  const { practice, people, greeted, now } = page;
  const elsewhere = await otherPractices(routes.my(slug));
  const t = await getTranslations("my.home");
  const toPractice = await getTranslations("ownPractices");
  const hello = t(`greeting.${partOfDay(now, practice.timeZone)}`);
  const several = people.length > 1;
  const isNamed = several || greeted === null;
  const isQuietFor = ({ toRead, talking, waysToRead }: (typeof people)[number]) =>
    toRead.length + talking.length + waysToRead.length === 0;
  const isQuiet = people.every(isQuietFor);

  return (
    <PatientFrame practice={practice}>
      <h1 className={classes.title}>{greeted ? t("hello", { hello, name: greeted }) : hello}</h1>
      {!isNamed &&
        people.map(({ id, next }) => <NextSessionLine key={id} next={next} phone={practice.phone} />)}
      {isQuiet && <p className={classes.quiet}>{t("nothing")}</p>}
      {people.map((person) => (
        <div key={person.id}>
          {isNamed && <h2 className={classes.person}>{t("for", { name: person.calledName })}</h2>}
          {isNamed && <NextSessionLine next={person.next} phone={practice.phone} />}
          {several && !isQuiet && isQuietFor(person) && <p className={classes.quiet}>{t("nothing")}</p>}
          {person.toRead.length > 0 && (
            <ToRead
              practice={slug}
              questions={person.toRead}
              level={isNamed ? 3 : 2}
              {...(several && { calledName: person.calledName })}
            />
          )}
          {person.talking.length > 0 && (
            <ToTalkAbout
              practice={slug}
              talking={person.talking}
              timeZone={practice.timeZone}
              level={isNamed ? 3 : 2}
            />
          )}
          {person.waysToRead.length > 0 && (
            <ul className={classes.links}>
              {person.waysToRead.map((wishId) => (
                <Onward key={wishId} href={routes.readTradeOff(slug, wishId)}>
                  {t("wayToRead")}
                </Onward>
              ))}
            </ul>
          )}
          <WhereWeMeet meets={person.meets} timeZone={practice.timeZone} />
          <Trouble practice={slug} trouble={page.troubles.find(({ patientId }) => patientId === person.id)} />
        </div>
      ))}
      {people.some(({ toRead }) => toRead.length > 0) && <p className={classes.section}>{t("notUrgent")}</p>}
      <nav aria-label={t("more")}>
        <ul className={classes.links}>
          <Onward href={routes.join(slug)}>{t("join")}</Onward>
          <Onward href={routes.myConsents(slug)}>{t("consents")}</Onward>
          <Onward href={routes.myPlatform(slug)}>{t("platform")}</Onward>
          {page.hasClaims && <Onward href={routes.mySafeguards(slug)}>{t("safeguards")}</Onward>}
          <Onward href={routes.myDocuments(slug)}>{t("documents")}</Onward>
          <Onward href={routes.myActivity(slug)}>{t("activity")}</Onward>
          {unprovenPatientIds.length > 0 && (
            <Onward href={routes.myEntry(slug)}>{t("unproven", { count: unprovenPatientIds.length })}</Onward>
          )}
          {elsewhere.map(({ href, kind, name }) => (
            <Onward key={href} href={href}>
              {toPractice(kind, { practice: name })}
            </Onward>
          ))}
        </ul>
      </nav>
    </PatientFrame>
  );
}

function Onward({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <a href={href}>
        {children} <span aria-hidden="true">›</span>
      </a>
    </li>
  );
}

function partOfDay(now: Date, timeZone: string): "morning" | "afternoon" | "evening" {
  const clock = dateFormat("en-US", { hour: "numeric", hourCycle: "h23", timeZone });
  const hour = Number(clock.format(now));
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}
