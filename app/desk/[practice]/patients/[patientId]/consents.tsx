import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { Act } from "@/app/desk/_kit/act";
import { cellWords } from "@/app/desk/_kit/cell-words";
import { shownDay } from "@/app/desk/_kit/day";
import { Listing } from "@/app/desk/_kit/list";
import { marked, Sentence } from "@/app/desk/_kit/name";
import { withQuery } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import type { AnswerSignature } from "@/lib/answers/answer-signatures";
import { isLapsed } from "@/lib/consents/consent-state";
import type { PatientConsent } from "@/lib/consents/consents-of-patients";
import { routes } from "@/lib/routes";
import { isOverdue, isPutOnPaper } from "@/lib/screens/desk/board-rows";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { cancelRequestAction } from "../../requests/actions";
import { SendAgain } from "../../requests/send-again";
import { ConsentSteps } from "./consent-steps";
import { OnPaper } from "./on-paper";
import classes from "./patient.module.css";

/** One row a disclosure: what was answered to which text, each use, and what is still open. */
export async function Consents({ practice, page }: { practice: string; page: PatientPageData }) {
  const t = await getTranslations("patients.one");
  const board = await getTranslations("board");
  const placing = await getTranslations("placing.patient");
  const where = await wherePhrase();
  const time = await timesIn(page.timeZone);
  const hasEmail = page.patient.email !== null;
  const rows = page.consents.map((consent) => {
    const { kind } = consent.disclosure;
    const { word, since, yes, uses } = cellWords(
      { state: consent.state, kind, isNeeded: true },
      { undelivered: page.undelivered, hasEmail, onPaper: page.records.route === "paper" },
      page.day,
    );
    return { ...consent, words: board(`word.${word}`, { since: since ? time(since).date : "", yes, uses }) };
  });
  return (
    <section id="consents" className={classes.section}>
      <h2>{t("part.consents")}</h2>
      <Listing caption={t("part.consents")}>
        <thead>
          <tr>
            <th scope="col">{t("disclosure")}</th>
            <th scope="col">{t("stands")}</th>
            <th scope="col">{t("uses")}</th>
            <th scope="col">{t("answeredText")}</th>
            <th scope="col">{t("open")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.disclosure.id} id={`text-${row.disclosure.id}`} data-row>
              <th scope="row">
                <a href={routes.disclosure(practice, row.disclosure.id)}>{row.current?.title}</a>
              </th>
              <td data-label={t("stands")}>
                <div>
                  {row.words}
                  {row.state.restsBecause === "platform" && page.placing?.meets && (
                    <div className={tones.small}>
                      {placing("rests", { where: where(page.placing.meets.platform) })}
                    </div>
                  )}
                </div>
              </td>
              <td data-label={t("uses")}>
                <Uses consent={row} />
              </td>
              <td data-label={t("answeredText")}>
                <div>
                  {row.answered && row.state.answer
                    ? t("answered", {
                        number: row.answered.number,
                        date: time(row.state.answer.answeredAt).both,
                      })
                    : "–"}
                  <Signed signature={page.signatures.get(row.state.answer?.id ?? "")} />
                </div>
              </td>
              <td data-label={t("open")}>
                <div>
                  <OpenQuestion practice={practice} page={page} consent={row} />
                  <ConsentSteps practice={practice} page={page} consent={row} />
                  <OnPaper practice={practice} page={page} consent={row} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </Listing>
    </section>
  );
}

async function Signed({ signature }: { signature: AnswerSignature | undefined }) {
  if (!signature) return null;
  const t = await getTranslations("patients.one");
  if (signature === "altered") return <div className={tones.alarm}>{t("signatureAltered")}</div>;
  const { printedName, isDrawn, isUnknown, isRewritten } = signature;
  return (
    <div className={tones.small}>
      <Sentence>{t("signed", { name: marked(printedName), how: isDrawn ? "drawn" : "typed" })}</Sentence>{" "}
      {isUnknown && <span className={tones.soon}>{t("otherName")}</span>}
      {isRewritten && <span className={tones.soon}>{t("rewritten")}</span>}
    </div>
  );
}

async function Uses({ consent }: { consent: PatientConsent }) {
  const t = await getTranslations("patients.one");
  const { answer } = consent.state;
  if (!answer) return "–";
  const labels = new Map(consent.answered?.items.map(({ id, label }) => [id, label]));
  return (
    <ul className={classes.uses}>
      {answer.items.map((item) => {
        const word = item.withdrawnAt ? "tookBack" : item.answer;
        return (
          <li key={item.itemId} className={word === "yes" ? undefined : tones.quiet}>
            {t(`use.${word}`)} {labels.get(item.itemId) ?? item.key}
          </li>
        );
      })}
    </ul>
  );
}

async function OpenQuestion(props: { practice: string; page: PatientPageData; consent: PatientConsent }) {
  const { practice, page, consent } = props;
  const t = await getTranslations("patients.one");
  const time = await timesIn(page.timeZone);
  const leaving = await getTranslations("requests.leaving");
  const { question, due, word, countsUntil, upcoming, declinedAt } = consent.state;
  const again = withQuery(routes.ask(practice), { patient: page.patient.id, text: consent.disclosure.id });
  const title = consent.current?.title ?? "";
  if (!question) {
    const isToAsk = (word === "not-asked" && !upcoming) || due || isLapsed(consent.state);
    const until =
      due && countsUntil && word === "given" ? t("countsUntil", { date: time(countsUntil).date }) : "";
    return (
      <>
        {due && <span className={tones.soon}>{t("newerText")} </span>}
        {declinedAt && <span>{leaving("askedNotTo", { date: time(declinedAt).date })} </span>}
        {until}{" "}
        {isToAsk && page.may.ask && !page.patient.archivedAt ? (
          <a href={again}>{t(isLapsed(consent.state) ? "askAgain" : "ask")}</a>
        ) : (
          !due && "–"
        )}
      </>
    );
  }
  const language = await getLocale();
  const onPaper = isPutOnPaper({ onPaper: page.records.route === "paper" }, consent.disclosure.kind);
  const late = !onPaper && isOverdue(question, { hasEmail: page.patient.email !== null }, page.day);
  return (
    <>
      <span>{t("askedOn", { date: time(question.askedAt).date })}</span>{" "}
      {question.dueOn && (
        <span className={late ? tones.soon : tones.quiet}>
          {t(late ? "overdueSince" : "dueOn", { date: shownDay(question.dueOn, language) })}{" "}
        </span>
      )}
      <span className={tones.small}>
        {question.talkFirstSince
          ? t("talkFirst", { date: time(question.talkFirstSince).date })
          : question.openedAt
            ? t("openedOn", { date: time(question.openedAt).date })
            : page.undelivered
              ? leaving("notDelivered")
              : t(page.patient.email ? "notOpened" : "inTheRoom")}
      </span>
      {page.onceMore.has(question.requestId) && (
        <div className={tones.small}>
          {leaving("onceMore", { note: page.onceMore.get(question.requestId) ?? "…" })}
        </div>
      )}
      {page.may.ask && page.patient.email && !page.patient.archivedAt && (
        <SendAgain
          practice={practice}
          label={leaving("sendAgain")}
          patientId={page.patient.id}
          legalName={page.patient.legalName}
          requestId={question.requestId}
          quietUntil={page.quietUntil}
          timeZone={page.timeZone}
        />
      )}
      {page.may.ask && (
        <Act
          action={cancelRequestAction.bind(null, practice)}
          fields={{ requestId: question.requestId }}
          label={t("cancelRequest")}
          done={{
            words: t("cancelled", { name: marked(page.patient.legalName), title }),
            next: { href: again, label: t("askAgain") },
          }}
        />
      )}
    </>
  );
}
