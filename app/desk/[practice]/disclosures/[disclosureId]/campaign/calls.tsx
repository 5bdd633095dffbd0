import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { Empty, Listing, PageHead } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import type { campaignPage } from "@/lib/screens/desk/campaign";
import { PrintButton } from "./print-button";

type Page = Awaited<ReturnType<typeof campaignPage>>;

/** Whom no message could reach, with what to say in their language: to be printed and called. */
export async function Calls({ practice, page, back }: { practice: string; page: Page; back: string }) {
  const t = await getTranslations("campaigns");
  const time = await timesIn(page.timeZone);
  const { calls, sayAloud } = page;
  return (
    <>
      <PageHead title={`${t("callsTitle")}: ${page.title}`}>
        <a href={back} className="no-print">
          {t("backToAll")}
        </a>
        {calls.length > 0 && <PrintButton>{t("print")}</PrintButton>}
      </PageHead>
      {calls.length === 0 ? (
        <Empty>
          <p>{t("callsEmpty")}</p>
        </Empty>
      ) : (
        <>
          <p className={finding.count}>
            {t("callsIntro", { count: calls.length, date: time(page.now).both })}
          </p>
          <Listing caption={t("callsTitle")}>
            <thead>
              <tr>
                <th scope="col">{t("patient")}</th>
                <th scope="col">{t("phone")}</th>
                <th scope="col">{t("language")}</th>
                <th scope="col">{t("say")}</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((one) => {
                const text = sayAloud.get(one.language);
                return (
                  <tr key={one.patientId} data-row>
                    <th scope="row">
                      <a href={routes.patient(practice, one.patientId)}>
                        <Name>{one.legalName}</Name>
                      </a>
                    </th>
                    <td data-label={t("phone")}>{one.phone ? <Name>{one.phone}</Name> : t("noPhone")}</td>
                    <td data-label={t("language")}>{t(`languages.${one.language}`)}</td>
                    <td data-label={t("say")}>
                      {text?.said ? (
                        <span lang={one.language}>{text.said}</span>
                      ) : (
                        <span className={tones.quiet}>
                          {t("nothingToSay", { title: text?.title ?? page.title })}
                        </span>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </Listing>
        </>
      )}
    </>
  );
}
