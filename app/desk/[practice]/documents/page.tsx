import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { Counted, Empty, Listing, PageHead, Pager, SearchForm } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import { pageIn, textIn } from "@/app/desk/_kit/search-params";
import { staffContext } from "@/lib/auth/session";
import type { ListedDocument } from "@/lib/documents/queries";
import { routes } from "@/lib/routes";
import { documentsPage } from "@/lib/screens/desk/documents";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("documents.desk"))("title") };
}

export default async function DocumentsPage({
  params,
  searchParams,
}: PageProps<"/desk/[practice]/documents">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const search = textIn(query, "q");
  const page = await orNotFound(
    ctx,
    documentsPage(ctx, { search, page: pageIn(query) }, await requestLanguage()),
  );
  const t = await getTranslations("documents.desk");
  const time = await timesIn(page.timeZone);
  const path = routes.documents(practice);
  return (
    <>
      <PageHead title={t("title")}>
        <a href={routes.verify}>{t("verify")}</a>
      </PageHead>
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("searchLabel")} />
      </div>
      <Counted
        words={t("counted", { matches: page.matches, total: page.total })}
        undo={search ? { href: path, label: t("showAll") } : null}
      />
      {page.rows.length === 0 ? (
        <Empty>
          <p>{t(page.total === 0 ? "empty" : "emptySearch")}</p>
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("patient")}</th>
              <th scope="col">{t("document")}</th>
              <th scope="col">{t("happened")}</th>
              <th scope="col">{t("sealed")}</th>
              <th scope="col">{t("fingerprint")}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={row.id} data-row>
                <th scope="row">
                  <a href={routes.patient(practice, row.patientId)}>
                    <Name>{row.legalName}</Name>
                  </a>
                </th>
                <td data-label={t("document")}>
                  <a href={routes.document(row.id)}>{t(saidBy(row), { title: row.title })}</a>
                </td>
                <td data-label={t("happened")}>{time(row.happenedAt).both}</td>
                <td data-label={t("sealed")}>{time(row.sealedAt).both}</td>
                <td data-label={t("fingerprint")}>
                  <code title={row.sha256}>{row.sha256.slice(0, 12)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
      <Pager path={path} query={{ q: search }} page={page.page} pages={page.pages} />
    </>
  );
}

function saidBy({ kind, acknowledgement }: ListedDocument) {
  if (acknowledgement) return acknowledgement.kind === "signed" ? "ofAcknowledgement" : "ofExplanation";
  return kind === "withdrawal" ? "ofWithdrawal" : "ofAnswer";
}
