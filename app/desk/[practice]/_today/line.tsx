import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { marked, Sentence } from "@/app/desk/_kit/name";
import { endNextAction } from "@/app/desk/[practice]/platforms/requests/actions";
import { WishState } from "@/app/desk/[practice]/platforms/requests/wish-state";
import { SendAgain } from "@/app/desk/[practice]/requests/send-again";
import { routes } from "@/lib/routes";
import type { todayPage } from "@/lib/screens/desk/today";
import type { TodayLine } from "@/lib/screens/desk/today-lines";
import { retrySealingAction } from "./actions";
import { CompleteDuty } from "./complete-duty";
import { DutyWay } from "./duty-way";
import { DutyWords } from "./duty-words";
import classes from "./needs-you.module.css";
import { Talk } from "./talk";

type Props = { practice: string; today: Awaited<ReturnType<typeof todayPage>>; line: TodayLine };

/** One matter about a patient and what settles it. */
export async function Line({ practice, today, line }: Props): Promise<ReactNode> {
  const t = await getTranslations("today");
  const wishes = await getTranslations("wishes");
  const time = await timesIn(today.timeZone);
  const { patientId, legalName } = line;
  const name = marked(legalName);
  switch (line.what) {
    case "unreached": {
      const { kind, toAddress, owedAt, phone } = line.mail;
      const about = { address: marked(toAddress), since: time(owedAt).both };
      return (
        <>
          <p>
            <Sentence>{t(`undelivered.${kind}`, about)}</Sentence>
          </p>
          {kind === "not-sent" && today.mayAsk ? (
            <SendAgain
              practice={practice}
              label={t("undelivered.send")}
              patientId={patientId}
              legalName={legalName}
              quietUntil={today.quietUntil}
              timeZone={today.timeZone}
            />
          ) : (
            <p>
              <Sentence>{t("undelivered.what", callable(phone))}</Sentence>
            </p>
          )}
        </>
      );
    }
    case "refused": {
      const { toAddress, owedAt, phone } = line.mail;
      const about = { address: marked(toAddress), since: time(owedAt).both };
      return (
        <>
          <p>
            <Sentence>{t("refusedMail.sentence", about)}</Sentence>
          </p>
          <p>
            <Sentence>{t("refusedMail.what", callable(phone))}</Sentence>
          </p>
        </>
      );
    }
    case "seal": {
      const { id, failedAt, nextTryAt, cause, retryAskedAt } = line.seal;
      return (
        <>
          <p>{t("seal.sentence", { failed: time(failedAt).both, next: time(nextTryAt).both })}</p>
          <p className={classes.cause}>{t("seal.cause", { cause })}</p>
          {retryAskedAt ? (
            <p>{t("seal.retried")}</p>
          ) : (
            <Act
              action={retrySealingAction.bind(null, practice)}
              fields={{ failureId: id }}
              label={t("seal.retry")}
              done={{ words: t("seal.retried") }}
            />
          )}
        </>
      );
    }
    case "locked":
      return (
        <p>
          <Sentence>{t("locked", callable(line.phone))}</Sentence>
        </p>
      );
    case "duty":
      return (
        <>
          <p>
            <DutyWords duties={line.duties} day={today.day} />
            <DutyWay practice={practice} duties={line.duties} />
          </p>
          {today.mayCompleteDuties && (
            <CompleteDuty practice={practice} duties={line.duties} legalName={legalName} />
          )}
        </>
      );
    case "talk":
      return <Talk practice={practice} today={today} talks={line.talks} />;
    case "wish":
      return (
        <p>
          {wishes(`today.wish.${line.wish.side}`, {
            way: line.wish.way ?? line.wish.other ?? wishes("notSure"),
          })}{" "}
          <WishState wish={line.wish} timeZone={today.timeZone} />{" "}
          <a href={routes.platformRequest(practice, line.wish.id)}>{t("show")}</a>
        </p>
      );
    case "next":
      return (
        <>
          <p>{wishes(`today.next.${line.next.side}`, { way: line.next.way })}</p>
          {today.mayNoteNext && (
            <Act
              action={endNextAction.bind(null, practice)}
              fields={{ choiceId: line.next.id }}
              label={wishes("today.tookPlace")}
              done={{ words: wishes("today.ended", { name }) }}
            />
          )}
        </>
      );
  }
}

function callable(phone: string | null) {
  return { hasPhone: String(phone !== null), phone: marked(phone ?? "") };
}
