import { getTranslations } from "next-intl/server";
import pages from "@/app/my/[practice]/pages.module.css";
import type { RecordsState } from "@/lib/electronic-records/records-state";
import { ToDecide } from "./screen-or-paper";
import type { Place } from "./where-next";

type Props = { practice: string; place: Place; state: RecordsState; phone: string };

/** What happens now on paper, and every way back to a screen. */
export async function OnPaper({ practice, place, state, phone }: Props) {
  const t = await getTranslations("records");
  const why = state.whyPaper ?? "declined";
  return (
    <section className={pages.section} aria-labelledby="paper">
      <h2 id="paper">{t("paper")}</h2>
      <p>{t(`whyPaper.${why}`)}</p>
      <p>{t("paperNow")}</p>
      <p>{t(why === "could-not-open" ? "inTheRoom" : "byMail", { phone })}</p>
      {why !== "could-not-open" && (
        <ToDecide practice={practice} place={place} state={state} label={t("afterAll")} quiet />
      )}
    </section>
  );
}
