import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import classes from "../safeguards.module.css";
import type { OneSafeguard } from "./claim-facts";

/** Every look at the claim, with what was noted and what shows it for whoever may read it. */
export async function History({ page }: { page: OneSafeguard }) {
  const t = await getTranslations("safeguards.desk");
  const language = await getLocale();
  const time = await timesIn(page.timeZone);
  return (
    <ol className={classes.history}>
      {page.history.map((look) => (
        <li key={look.id}>
          <p>
            <strong>
              {t(`found.${look.outcome}`, { name: look.byName, day: shownDay(look.checkedOn, language) })}
            </strong>{" "}
            <span className={tones.quiet}>{t("noted", { at: time(look.attestedAt).both })}</span>
          </p>
          {look.note && <p className={classes.note}>{look.note}</p>}
          {look.hasNote && !look.note && <p className={tones.quiet}>{t("noteKept")}</p>}
          {look.fileName && (
            <p>
              {page.mayRead ? (
                <a href={routes.attestation(look.id)}>{t("open", { name: look.fileName })}</a>
              ) : (
                <span className={tones.quiet}>{t("fileKept")}</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
