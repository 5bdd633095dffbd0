import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { asSent } from "@/app/_ui/as-sent";
import { checkedParams } from "@/app/_ui/checked-params";
import { claimWords } from "@/app/_ui/claim-words";
import { ComparedInOne } from "@/app/_ui/compared";
import { Markdown, wordsShown } from "@/app/_ui/markdown";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import classes from "@/app/my/_kit/signing.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { MeetsLike } from "@/app/my/[practice]/where-we-meet";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { answerPage } from "@/lib/screens/my/answer";
import { answerActs } from "./answer-acts";
import { AnswerForm } from "./answer-form";
import { answerTexts, otherLanguageTexts } from "./answer-texts";
import { BeforeAnswering } from "./before-answering";
import { answerFormId } from "./question-page";

type Props = PageProps<"/my/[practice]/requests/[requestId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("answer"))("title") };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { practice: slug, requestId } = await checkedParams(params);
  const { changed } = await searchParams;
  const ctx = await patientContext(slug);
  const language = asLanguage(await getLocale());
  const shownBefore = typeof changed === "string" ? changed : null;
  const page = await orNotFound(ctx, answerPage(ctx, requestId, language, shownBefore));
  if (page.refusal === "already-answered") redirect(routes.answered(slug, requestId));

  const { text, patient, practice, sitting, changes, capacity, earlier, route } = page;
  const { calledName } = patient;
  const { id, title, textSha256, items } = text;
  const t = await getTranslations("answer");
  const watch = await getTranslations("watch");
  const compare = await getTranslations("compare");
  const declining = await getTranslations("declining");
  const shown = await timesIn(practice.timeZone);
  const place =
    sitting.total > 1 ? t("place", { position: sitting.position, total: sitting.total }) : undefined;
  const here = routes.request(slug, requestId);
  const said = claimWords(page.claims, text.language);
  const home = { href: routes.my(slug), label: t("home") };
  if (page.refusal || !capacity) {
    const words = await getTranslations("refusals");
    return (
      <PatientFrame practice={practice} back={home}>
        <h1 lang={text.language} className={classes.title}>
          {text.title}
        </h1>
        <p>{page.refusal === "request-cancelled" ? t("cancelled") : words("patient-of-age")}</p>
      </PatientFrame>
    );
  }
  return (
    <PatientFrame practice={practice} back={home} form={answerFormId} {...(place && { place })}>
      <AnswerForm
        acts={answerActs(slug)}
        place={{ practice: slug, requestId, here: shownBefore ? `${here}?changed=${shownBefore}` : here }}
        text={{ id, title, language: text.language, textSha256, items }}
        isOwnWish={page.request.startedByPatient}
        mayDecline={!page.request.startedByPatient && !page.request.declinedAt}
        isOnPaper={route === "paper"}
        typedName={page.typedName}
        texts={await answerTexts(text, { capacity, calledName }, page.severalPatients, earlier)}
        otherLanguage={await otherLanguageTexts(text, language)}
      >
        <h1 lang={text.language} className={classes.title}>
          {text.title}
        </h1>
        {page.isUnread && <p className={classes.quiet}>{t("unread")}</p>}
        <p className={classes.quiet}>
          {t("source", {
            therapist: patient.treatingName,
            practice: practice.name,
            date: shown(text.effectiveFrom).date,
            minutes: page.minutes,
          })}
        </p>
        {page.checks.map(({ checkedAt, sentence, language: written }) => (
          <p key={checkedAt.getTime()} className={classes.quiet}>
            {watch("checked", { date: shown(checkedAt).date })} <span lang={written}>{sentence}</span>{" "}
            {written !== text.language && watch(`inOther.${written}`)}
          </p>
        ))}
        {capacity !== "self" ? (
          <p className={classes.notice}>{t("signAs", { capacity, name: calledName })}</p>
        ) : (
          page.severalPatients && <p>{t("for", { name: calledName })}</p>
        )}
        {changed && (
          <p role="status" className={classes.notice}>
            {t("changed")}
          </p>
        )}
        {page.request.talkFirstSince && <p className={classes.notice}>{t("talking")}</p>}
        {page.request.declinedAt && <p className={classes.notice}>{declining("rests")}</p>}
        {earlier && (
          <p className={classes.notice}>
            {t(`earlier.${earlier.standing}`, {
              date: shown(earlier.answeredAt).date,
              until: shown(earlier.until).date,
            })}
          </p>
        )}
        {changes.length > 0 && (
          <section className={classes.changes} aria-labelledby="changes">
            <h2 id="changes">{t(earlier ? "changes" : "changesWhileReading")}</h2>
            {changes.map(({ number, summary, language: written }) => (
              <p key={number} lang={written}>
                {summary}
              </p>
            ))}
          </section>
        )}
        {earlier && page.compared && (
          <details className={classes.compared}>
            <summary>{compare("sinceSigned", { date: shown(earlier.answeredAt).date })}</summary>
            <ComparedInOne compared={page.compared} language={text.language} />
          </details>
        )}
        <p lang={text.language} className={classes.short} {...asSent(text.inShort)}>
          {text.inShort}
        </p>
        {route !== "electronic" && (
          <BeforeAnswering
            place={{ practice: slug, requestId, patientId: page.request.patientId }}
            route={route}
            whyPaper={page.records.whyPaper}
            phone={practice.phone}
          />
        )}
        {text.answersLastMonths !== null && (
          <p className={classes.quiet}>{t("lasts", { months: text.answersLastMonths })}</p>
        )}
        <p className={classes.toUses}>
          <a href="#use-1">{t("toUses", { count: text.items.length })}</a>
        </p>
        <div className="reading" lang={text.language} {...asSent(wordsShown(page.root, said))}>
          <Markdown root={page.root} said={said} />
        </div>
        <MeetsLike meets={page.meets} timeZone={practice.timeZone} />
      </AnswerForm>
    </PatientFrame>
  );
}
