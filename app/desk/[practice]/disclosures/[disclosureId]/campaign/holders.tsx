import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Empty, Listing } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import type { CampaignHolder } from "@/lib/campaigns/holders";
import { routes } from "@/lib/routes";
import type { campaignPage } from "@/lib/screens/desk/campaign";

type Page = Awaited<ReturnType<typeof campaignPage>>;

/** One row a person: how far asking again has come, and what to do where it came to a stop. */
export async function Holders({ practice, page }: { practice: string; page: Page }) {
  const t = await getTranslations("campaigns");
  const time = await timesIn(page.timeZone);
  if (page.rows.length === 0)
    return (
      <Empty>
        <p>{t(page.total === 0 ? "empty" : "emptyFilter")}</p>
      </Empty>
    );
  const words = ({ state, skip, since, yes, uses }: CampaignHolder) => {
    if (state === "skipped") return t("skipped", { reason: skip ? t(`skip.${skip}`) : "" });
    return t(`word.${state}`, { date: since ? time(since).date : "", yes, uses });
  };
  return (
    <Listing caption={t("caption")}>
      <thead>
        <tr>
          <th scope="col">{t("patient")}</th>
          <th scope="col">{t("stands")}</th>
          <th scope="col">{t("phone")}</th>
          <th scope="col">{t("language")}</th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={row.patientId} data-row>
            <th scope="row">
              <a href={routes.patient(practice, row.patientId)}>
                <Name>{row.legalName}</Name>
              </a>
            </th>
            <td data-label={t("stands")} className={row.state === "not-reached" ? tones.alarm : undefined}>
              {words(row)}
            </td>
            <td data-label={t("phone")}>{row.phone ? <Name>{row.phone}</Name> : "–"}</td>
            <td data-label={t("language")}>{t(`languages.${row.language}`)}</td>
          </tr>
        ))}
      </tbody>
    </Listing>
  );
}
