import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { shownDay } from "@/app/desk/_kit/day";
import { MainAction } from "@/app/desk/_kit/list";
import { marked, Name } from "@/app/desk/_kit/name";
import { withQuery } from "@/app/desk/_kit/search-params";
import { isAdult } from "@/lib/patients/rules";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { SendAgain } from "../../requests/send-again";
import { archivePatientAction, noteFirstMeetingAction, restorePatientAction } from "../actions";
import { EntryCode } from "./entry-code";
import { MeetingWords } from "./meeting-words";
import classes from "./patient.module.css";

type Fact = [string, React.ReactNode];

/** Who this is, how to reach them, whether they can come in, and what can be done. */
export async function Head({ practice, page }: { practice: string; page: PatientPageData }) {
  const { patient, may, timeZone } = page;
  const t = await getTranslations("patients.one");
  const leaving = await getTranslations("requests.leaving");
  const time = await timesIn(timeZone);
  const language = await getLocale();
  const mailbox = await mailboxWord(page);
  const name = marked(patient.legalName);
  const placing = await getTranslations("placing.patient");
  const meeting: Fact[] = page.placing
    ? [[placing("fact"), <MeetingWords key="meets" meets={page.placing.meets} timeZone={timeZone} />]]
    : [];
  const wishes = await getTranslations("wishes");
  const { next } = page.wishes;
  const nextSession: Fact[] = next
    ? [[wishes("nextFact"), wishes(`nextOf.${next.side}`, { way: next.way })]]
    : [];
  const facts: Fact[] = [
    [t("calledName"), <Name key="called">{patient.calledName}</Name>],
    [t("born"), <Name key="born">{shownDay(patient.dateOfBirth, language)}</Name>],
    [t("language"), t(`languages.${patient.language}`)],
    [t("email"), patient.email ? <Name key="email">{patient.email}</Name> : t("noEmail")],
    ...(mailbox ? [[t("mailboxOf"), mailbox] as [string, string]] : []),
    [t("phone"), patient.phone ? <Name key="phone">{patient.phone}</Name> : "–"],
    [t("treating"), patient.treatingName],
    ...meeting,
    ...nextSession,
  ];
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <h1>
          <Name>{patient.legalName}</Name>
        </h1>
        {may.ask && !patient.archivedAt && (
          <MainAction href={`${routes.ask(practice)}?patient=${patient.id}`}>{t("ask")}</MainAction>
        )}
        {may.ask && !patient.archivedAt && page.usual > 0 && (
          <a href={withQuery(routes.ask(practice), { patient: patient.id, texts: "usual" })}>
            {t("askUsual", { count: page.usual })}
          </a>
        )}
        {may.edit && <a href={routes.editPatient(practice, patient.id)}>{t("edit")}</a>}
      </div>
      {may.ask && page.unsent > 0 && (
        <div className={classes.notice}>
          <p>{leaving("unsent", { count: page.unsent })}</p>
          <SendAgain
            practice={practice}
            label={leaving("sendUnsent", { count: page.unsent })}
            patientId={patient.id}
            legalName={patient.legalName}
            quietUntil={page.quietUntil}
            timeZone={timeZone}
          />
        </div>
      )}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {patient.archivedAt ? (
        <div className={classes.notice}>
          <p>{t("archived", { date: time(patient.archivedAt).date })}</p>
          {may.edit && (
            <Act
              action={restorePatientAction.bind(null, practice)}
              fields={{ patientId: patient.id }}
              label={t("restore")}
              done={{ words: t("restored", { name }) }}
            />
          )}
        </div>
      ) : (
        <div className={classes.actions}>
          <span>{await entrySentence(page)}</span>
          {may.edit && !page.hasMet && (
            <Act
              action={noteFirstMeetingAction.bind(null, practice)}
              fields={{ patientId: patient.id }}
              label={leaving("weHaveMet")}
              done={{ words: leaving("met", { name }) }}
            />
          )}
          {may.makeCode && <EntryCode practice={practice} patientId={patient.id} />}
          {may.edit && (
            <Act
              action={archivePatientAction.bind(null, practice)}
              fields={{ patientId: patient.id }}
              label={t("archiveStep")}
              consequence={{ words: t("archiveMeans", { name }), goOn: t("archive"), keep: t("keep") }}
              done={{ words: t("archivedNow", { name }) }}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Whose address it is, where that is not plain: a child's, or one that its patient has outgrown. */
async function mailboxWord({ patient, day }: PatientPageData): Promise<string | null> {
  const { mailboxOf, dateOfBirth } = patient;
  const isOfAge = isAdult(dateOfBirth, day);
  if (!mailboxOf || (mailboxOf === "patient" && isOfAge)) return null;
  const t = await getTranslations("patients.one");
  return t(isOfAge ? "mailboxOutgrown" : `mailbox.${mailboxOf}`);
}

async function entrySentence({ entry, patient, timeZone }: PatientPageData): Promise<string> {
  const t = await getTranslations("patients.one.entry");
  const time = await timesIn(timeZone);
  if (entry.first) return t(entry.first.method, { date: time(entry.first.provenAt).date });
  if (!patient.email) return t("noEmail");
  if (entry.locked) return t("locked");
  if (entry.codeUntil) return t("code", { until: time(entry.codeUntil).both });
  return t(entry.needsCode ? "addressChanged" : "none");
}
