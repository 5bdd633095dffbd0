import { Button } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import { routes } from "@/lib/routes";
import type { TakenText } from "@/lib/screens/my/withdrawn";

/** What stopped and what stays as it was. */
export async function Stopped({ taken }: { taken: TakenText }) {
  const t = await getTranslations("withdrawals.withdrawn");
  return (
    <>
      <Labels labels={taken.stopped} language={taken.language} />
      {taken.stays.length > 0 && (
        <>
          <p>{t("stays")}</p>
          <Labels labels={taken.stays} language={taken.language} />
        </>
      )}
    </>
  );
}

function Labels({ labels, language }: { labels: readonly string[]; language: string }) {
  return (
    <ul>
      {labels.map((label) => (
        <li key={label} lang={language}>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Of what was put back, what counts again; unless it was answered anew in between. */
export async function CountsAgain({ taken, isAnsweredAnew }: { taken: TakenText; isAnsweredAnew: boolean }) {
  const t = await getTranslations("withdrawals.takenBack");
  if (isAnsweredAnew) return <p>{t("answeredAnew")}</p>;
  return (
    <>
      <p>{t("countsAgain")}</p>
      <Labels labels={taken.stays} language={taken.language} />
    </>
  );
}

/** What the practice does because of it, by when, and later that it is done. */
export async function Promises({ taken, timeZone }: { taken: TakenText; timeZone: string }) {
  if (taken.promises.length === 0) return null;
  const t = await getTranslations("withdrawals.takenBack");
  const shown = await timesIn(timeZone);
  const language = await getLocale();
  return (
    <>
      <p>{t("whatWeDo")}</p>
      <ul>
        {taken.promises.map(({ kind, dueOn, doneAt, isSettled }) => (
          <li key={kind}>
            {t(`promise.${kind}`, { date: shownDay(dueOn, language) })}
            {doneAt && ` ${t("promiseDone", { date: shown(doneAt).date })}`}
            {!doneAt && isSettled && ` ${t("promiseSettled")}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The locked copy, once it is there. */
export async function Copy({ taken }: { taken: TakenText }) {
  const t = await getTranslations("withdrawals.withdrawn");
  if (!taken.document) return null;
  return (
    <Button component="a" href={routes.document(taken.document.id)} variant="default" size="lg" fullWidth>
      {t("download")}
    </Button>
  );
}
