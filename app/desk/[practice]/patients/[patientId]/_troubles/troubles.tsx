import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import tones from "@/app/desk/_kit/tones.module.css";
import type { patientTroubles } from "@/lib/screens/desk/troubles";
import classes from "../patient.module.css";
import { NoteTrouble } from "./note-trouble";

type Props = {
  practice: string;
  patientId: string;
  page: Awaited<ReturnType<typeof patientTroubles>>;
};

/** What did not work in this patient's appointments, newest first, and one more in two presses. */
export async function Troubles({ practice, patientId, page }: Props) {
  const { platform, kinds, troubles } = page;
  if (troubles.length === 0 && kinds.length === 0) return null;
  const t = await getTranslations("platforms.trouble");
  const time = await timesIn(page.timeZone);
  return (
    <section aria-labelledby="troubles" className={classes.section}>
      <h2 id="troubles">{t("title")}</h2>
      {troubles.length === 0 && <p className={tones.quiet}>{t("none")}</p>}
      <ul className={classes.story}>
        {troubles.map((one) => (
          <li key={one.id}>
            <time dateTime={one.reportedAt.toISOString()}>{time(one.reportedAt).both}</time>
            <span>
              {t("line", { kind: t(`kind.${one.kind}`), platform: one.platform })}{" "}
              {one.byName ? t("by", { name: one.byName }) : t("byPatient")}
            </span>
          </li>
        ))}
      </ul>
      {platform && kinds.length > 0 && (
        <NoteTrouble
          key={troubles[0]?.id}
          practice={practice}
          patientId={patientId}
          platform={platform}
          kinds={kinds}
        />
      )}
    </section>
  );
}
