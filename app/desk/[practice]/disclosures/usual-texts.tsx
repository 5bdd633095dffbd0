import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { routes } from "@/lib/routes";
import type { disclosuresPage } from "@/lib/screens/desk/disclosures";
import { UsualForm } from "./usual-form";

type Page = Awaited<ReturnType<typeof disclosuresPage>>;

/** What a new patient is usually asked about, and what fell out of that. */
export async function UsualTexts({ practice, page }: { practice: string; page: Page }) {
  const { asked, fallenOut, offered, mayChoose } = page.usual;
  const t = await getTranslations("disclosures.usual");
  const time = await timesIn(page.timeZone);
  if (offered.length === 0) return null;
  return (
    <section aria-label={t("label")}>
      <p className={finding.count}>
        {t(asked.length === 0 ? "none" : "are", { count: asked.length })}{" "}
        {asked.map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 && " · "}
            <a href={routes.disclosure(practice, id)}>{title}</a>
          </span>
        ))}
      </p>
      {fallenOut.map(({ id, title, retiredAt }) => (
        <p key={id} className={finding.count}>
          {t("fellOut", { title, date: time(retiredAt).date })}
        </p>
      ))}
      {mayChoose && <UsualForm practice={practice} offered={offered} usual={asked.map(({ id }) => id)} />}
    </section>
  );
}
