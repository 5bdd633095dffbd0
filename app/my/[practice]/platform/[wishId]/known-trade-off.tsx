import { Button, Stack } from "@mantine/core";
import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { TradeOffText } from "@/app/_ui/trade-off-text";
import { CopyProgress } from "@/app/my/_kit/copy-progress";
import answer from "@/app/my/_kit/signing.module.css";
import classes from "@/app/my/[practice]/requests/[requestId]/done/done.module.css";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { tradeOffPage } from "@/lib/screens/my/trade-off";
import { tradeOffWords } from "@/lib/trade-offs/compose-trade-off";
import { dayOf } from "@/verifier/times";

type Page = Awaited<ReturnType<typeof tradeOffPage>>;
type Props = { slug: string; wishId: string; page: Page; known: NonNullable<Page["known"]> };

/** What counts now that it is known, the copy, and the text as it was then. */
export async function KnownTradeOff({ slug, wishId, page, known }: Props) {
  const t = await getTranslations("tradeOff");
  const language = asLanguage(await getLocale());
  const shown = await timesIn(page.practice.timeZone);
  const { acknowledgement, platform, document, notedByName, trialUntil } = known;
  const at = shown(acknowledgement.acknowledgedAt);
  const way = platform ? tradeOffWords[language].by[platform.kind](platform.name) : "";
  const isNamed = known.isOwn && page.capacity === "self";
  const { explainedOn } = acknowledgement;
  return (
    <>
      <h1 className={classes.title}>
        {explainedOn
          ? t("explainedTitle")
          : t("thanks", { named: String(isNamed), name: page.patient.calledName })}
      </h1>
      {explainedOn && <p>{t("explained", { name: notedByName ?? "", day: dayOf(explainedOn, language) })}</p>}
      <p>{t("counts", { date: at.date, time: at.time, zone: at.zone })}</p>
      {page.isAhead && <p>{t("begins", { date: shown(known.since).date, way })}</p>}
      {page.isMetOn && <p>{t("begun", { way })}</p>}
      {trialUntil && (page.isAhead || page.isMetOn) && (
        <p>{t("trial", { date: dayOf(trialUntil, language) })}</p>
      )}
      {(page.isAhead || page.isMetOn) && <p>{t("back")}</p>}
      <section className={classes.copy} aria-labelledby="copy">
        <h2 id="copy">{t("copyTitle")}</h2>
        {document ? (
          <Button component="a" href={routes.document(document.id)} variant="default" size="lg" fullWidth>
            {t(explainedOn ? "downloadNote" : "download")}
          </Button>
        ) : (
          <CopyProgress
            waiting={t("locking")}
            late={t("lockingLate")}
            reload={t("lookAgain")}
            here={routes.readTradeOff(slug, wishId)}
          />
        )}
      </section>
      <details className={answer.compared}>
        <summary>{t("read")}</summary>
        <h2 lang={acknowledgement.language}>{acknowledgement.title}</h2>
        <TradeOffText text={acknowledgement} language={acknowledgement.language} />
      </details>
      <Stack mt="xl" gap="sm">
        <Button component="a" href={routes.myPlatform(slug)} variant="default" size="lg" fullWidth>
          {t("toPlatform")}
        </Button>
        <Button component="a" href={routes.my(slug)} size="lg" fullWidth>
          {t("toHome")}
        </Button>
      </Stack>
    </>
  );
}
