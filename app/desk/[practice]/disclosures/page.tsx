import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Counted, Empty, Listing, MainAction, PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { disclosuresPage } from "@/lib/screens/desk/disclosures";
import { draftsPage } from "@/lib/screens/desk/drafts";
import { ClaimWarnings } from "./claim-warnings";
import { CountWords } from "./count-words";
import { CoverageBar } from "./coverage-bar";
import { UsualTexts } from "./usual-texts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disclosures"))("title") };
}

export default async function DisclosuresPage({ params }: PageProps<"/desk/[practice]/disclosures">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const language = await requestLanguage();
  const page = await orNotFound(ctx, disclosuresPage(ctx, language));
  const { rows, timeZone } = page;
  const drafts = await draftsPage(ctx);
  const writing = await getTranslations("drafts");
  const t = await getTranslations("disclosures");
  const time = await timesIn(timeZone);
  return (
    <Words of={["disclosures.usual", "formRefusals"]}>
      <PageHead title={t("title")}>
        {drafts && <MainAction href={routes.newDisclosure(practice)}>{writing("new.button")}</MainAction>}
      </PageHead>
      <UsualTexts practice={practice} page={page} />
      <Counted words={t("counted", { count: rows.length })} />
      {rows.length === 0 ? (
        <Empty>
          <p>{t("empty")}</p>
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("text")}</th>
              <th scope="col">{t("kind")}</th>
              <th scope="col">{t("inForce")}</th>
              <th scope="col">{t("answers")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-row>
                <th scope="row">
                  <a href={routes.disclosure(practice, row.id)}>
                    {row.versions > 0 ? row.title : drafts?.get(row.id)?.titles[language] || row.title}
                  </a>
                  <ClaimWarnings practice={practice} claims={row.claims} />
                </th>
                <td data-label={t("kind")}>{t(`kinds.${row.kind}`)}</td>
                <td data-label={t("inForce")}>
                  {row.retiredAt
                    ? t("retired", { date: time(row.retiredAt).date })
                    : row.current
                      ? t("versionSince", {
                          number: row.current.number,
                          of: row.versions,
                          date: time(row.current.effectiveFrom).date,
                        })
                      : row.versions === 0 && drafts?.has(row.id)
                        ? writing("draftOnly")
                        : t("nothingInForce")}
                </td>
                <td data-label={t("answers")}>
                  <CoverageBar practice={practice} disclosure={row} />
                  <CountWords practice={practice} disclosure={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
    </Words>
  );
}
