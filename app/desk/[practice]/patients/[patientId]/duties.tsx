import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { quoted } from "@/app/desk/_kit/quoted";
import tones from "@/app/desk/_kit/tones.module.css";
import { CompleteDuty } from "@/app/desk/[practice]/_today/complete-duty";
import { DutyWay } from "@/app/desk/[practice]/_today/duty-way";
import { DutyWords } from "@/app/desk/[practice]/_today/duty-words";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import classes from "./patient.module.css";

/** What withdrawals left to do, and what was done; nothing of it where nothing was taken back. */
export async function Duties({ practice, page }: { practice: string; page: PatientPageData }) {
  if (page.duties.length === 0) return null;
  const t = await getTranslations("aftermath.duty");
  const time = await timesIn(page.timeZone);
  const duties = await Promise.all(
    page.duties.map(async (one) => ({ ...one, titles: await quoted([one.title]) })),
  );
  return (
    <section id="duties" aria-label={t("title")} className={classes.section}>
      <h2>{t("title")}</h2>
      <ul className={classes.story}>
        {duties.map((one) => (
          <li key={one.id}>
            <time dateTime={one.owedAt.toISOString()}>{time(one.owedAt).both}</time>
            {one.doneAt ? (
              <span>
                {t(`kind.${one.kind}`, { titles: one.titles })} {t("doneOn", { date: time(one.doneAt).date })}{" "}
                {one.note === "altered"
                  ? t("noteAltered")
                  : (one.note?.words ?? (one.sealedNote && t("noteHidden")))}
              </span>
            ) : one.isSettled ? (
              <span>
                {t(`kind.${one.kind}`, { titles: one.titles })} {t("settled")}
              </span>
            ) : (
              <div>
                <p>
                  <DutyWords duties={[one]} day={page.day} />
                  <DutyWay practice={practice} duties={[one]} />
                </p>
                {page.may.completeDuty && (
                  <CompleteDuty practice={practice} duties={[one]} legalName={page.patient.legalName} />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className={tones.quiet}>{t("why")}</p>
    </section>
  );
}
