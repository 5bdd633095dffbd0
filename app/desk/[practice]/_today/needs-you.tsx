import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { marked, Name, Sentence } from "@/app/desk/_kit/name";
import { boardAddress } from "@/app/desk/[practice]/board/asked";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import { sendAgainAction } from "../requests/actions";
import { retrySealingAction } from "./actions";
import { CompleteDuty } from "./complete-duty";
import { DutyWay } from "./duty-way";
import { DutyWords } from "./duty-words";
import classes from "./needs-you.module.css";
import { WeTalked } from "./we-talked";

type Today = Awaited<ReturnType<typeof todayPage>>;

/** What waits for somebody of the practice, the most urgent first. */
export async function NeedsYou({ practice, today }: { practice: string; today: Today }) {
  const t = await getTranslations("today");
  const other = await getTranslations("otherLanguage");
  const leaving = await getTranslations("requests.leaving");
  const time = await timesIn(today.timeZone);
  const { unsigned, unsealed, undelivered, failingSeals, lockedEntries, counts, diskPercent } = today;
  const aboutPlatform = (await getTranslations("wishes"))("conversation");
  const conversations = today.conversations.map((one) => ({ ...one, title: one.title ?? aboutPlatform }));
  const told = new Set(undelivered.map(({ patientId }) => patientId));
  const refusedMail = today.refusedMail.filter(({ patientId }) => !told.has(patientId));
  const refusing = (one: Today["refusedMail"][number]) => ({
    address: marked(one.toAddress),
    since: time(one.owedAt).both,
  });
  const unreached = [
    ...undelivered.map((one) => ({
      one,
      sentence: t(`undelivered.${one.kind}`, refusing(one)),
      what: t("undelivered.what", callable(one.phone)),
      isUnsent: one.kind === "not-sent",
    })),
    ...refusedMail.map((one) => ({
      one,
      sentence: t("refusedMail.sentence", refusing(one)),
      what: t("refusedMail.what", callable(one.phone)),
      isUnsent: false,
    })),
  ];
  const counted = [
    { filter: "overdue" as const, count: counts.overdue ?? 0 },
    { filter: "due" as const, count: counts.due ?? 0 },
  ].filter(({ count }) => count > 0);
  const listed = [undelivered, refusedMail, failingSeals, lockedEntries, conversations, today.duties];
  const items = listed.flat().length + [unsigned, unsealed > 0, diskPercent !== null].filter(Boolean).length;
  const patient = (id: string, name: string) => (
    <a href={routes.patient(practice, id)}>
      <Name>{name}</Name>
    </a>
  );
  return (
    <section aria-labelledby="needs-you" className={classes.needs}>
      <h2 id="needs-you">{t("needsYou", { count: items + counted.length })}</h2>
      {items + counted.length === 0 && <p>{t("nothing")}</p>}
      <ul className={classes.list}>
        {unsigned && (
          <li data-row className={classes.alarm}>
            <p>
              {t(`unsigned.${unsigned.fault}`, { since: time(unsigned.failedAt).both })}{" "}
              <a href={routes.audit(practice)}>{t("unsigned.check")}</a>
            </p>
          </li>
        )}
        {diskPercent !== null && (
          <li data-row className={classes.alarm}>
            <p>{t("lowDisk", { percent: diskPercent })}</p>
          </li>
        )}
        {unsealed > 0 && (
          <li data-row className={classes.alarm}>
            <p>{t("unsealed", { count: unsealed })}</p>
          </li>
        )}
        {unreached.map(({ one, sentence, what, isUnsent }) => (
          <li key={one.patientId} data-row className={classes.alarm}>
            <p>
              {patient(one.patientId, one.legalName)} <Sentence>{sentence}</Sentence>
            </p>
            {isUnsent && today.mayAsk ? (
              <Act
                action={sendAgainAction.bind(null, practice)}
                fields={{ patientId: one.patientId }}
                label={t("undelivered.send")}
                done={{ words: leaving("sentAgain", { name: marked(one.legalName) }) }}
              />
            ) : (
              <p>
                <Sentence>{what}</Sentence>
              </p>
            )}
          </li>
        ))}
        {failingSeals.map((one) => (
          <li key={one.id} data-row>
            <p>
              {patient(one.patientId, one.legalName)}{" "}
              {t("seal.sentence", { failed: time(one.failedAt).both, next: time(one.nextTryAt).both })}
            </p>
            <p className={classes.cause}>{t("seal.cause", { cause: one.cause })}</p>
            {one.retryAskedAt ? (
              <p>{t("seal.retried")}</p>
            ) : (
              <Act
                action={retrySealingAction.bind(null, practice)}
                fields={{ failureId: one.id }}
                label={t("seal.retry")}
                done={{ words: t("seal.retried") }}
              />
            )}
          </li>
        ))}
        {today.duties.map((one) => (
          <li key={one.id} data-row>
            <p>
              {patient(one.patientId, one.legalName)} <DutyWords duty={one} day={today.day} />
              <DutyWay practice={practice} duty={one} />
            </p>
            {today.mayCompleteDuties && (
              <CompleteDuty practice={practice} dutyId={one.id} legalName={one.legalName} />
            )}
          </li>
        ))}
        {lockedEntries.map((one) => (
          <li key={one.patientId} data-row>
            <p>
              {patient(one.patientId, one.legalName)} <Sentence>{t("locked", callable(one.phone))}</Sentence>
            </p>
          </li>
        ))}
        {conversations.map((one) => (
          <li key={one.id} data-row>
            <p>
              {patient(one.patientId, one.legalName)}{" "}
              <Sentence>
                {t("talk", { title: one.title, since: time(one.wantedAt).date, ...callable(one.phone) })}
              </Sentence>{" "}
              {one.wishId && <a href={routes.platformRequest(practice, one.wishId)}>{t("show")}</a>}{" "}
              {one.lacksText && other("atTheDesk", { language: one.language })}
            </p>
            {today.mayConclude && (
              <WeTalked
                practice={practice}
                conversationId={one.id}
                about={one.wishId ? "wish" : "question"}
                done={{
                  words: t("talked", { name: marked(one.legalName), title: one.title }),
                  next: { href: routes.patient(practice, one.patientId), label: t("openPatient") },
                }}
              />
            )}
          </li>
        ))}
        {counted.map(({ filter, count }) => (
          <li key={filter} data-row>
            <p>
              {t(`counted.${filter}`, { count })}{" "}
              <a
                href={boardAddress(routes.board(practice), { filter, search: "", sort: "waiting", page: 1 })}
              >
                {t("show")}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function callable(phone: string | null) {
  return { hasPhone: String(phone !== null), phone: marked(phone ?? "") };
}
