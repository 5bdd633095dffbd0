import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { Counted, Empty, Filters, Listing, MainAction, PageHead, SearchForm } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import { idIn, textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { patientsPage } from "@/lib/screens/desk/patients";

const shown = ["active", "archived", "all"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patients.list"))("title") };
}

export default async function PatientsPage({ params, searchParams }: PageProps<"/desk/[practice]/patients">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const show = wordIn(query, "show", shown);
  const search = textIn(query, "q");
  const page = await orNotFound(
    ctx,
    patientsPage(ctx, { show, search, after: idIn(query, "after") ?? null }),
  );
  const t = await getTranslations("patients.list");
  const time = await timesIn(page.timeZone);
  const path = routes.patients(practice);
  const kept = { show: show === "active" ? null : show };

  return (
    <>
      <PageHead title={t("title")}>
        {page.mayAdd && <MainAction href={routes.newPatient(practice)}>{t("add")}</MainAction>}
      </PageHead>
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("searchLabel")} kept={kept} />
      </div>
      <Filters
        label={t("filters")}
        chosen={show}
        hrefOf={(key) => withQuery(path, { show: key === "active" ? null : key, q: search })}
        filters={shown.map((key) => ({ key, label: t(`show.${key}`), count: page.counts[key] }))}
      />
      <Counted
        words={t("counted", { shown: page.rows.length, matches: page.count })}
        undo={search ? { href: withQuery(path, kept), label: t("clear") } : null}
      />
      {page.rows.length === 0 ? (
        <Empty>
          <p>{search ? t("emptySearch") : t(`empty.${show}`)}</p>
          {page.mayAdd && <a href={routes.newPatient(practice)}>{t("add")}</a>}
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("legalName")}</th>
              <th scope="col">{t("calledName")}</th>
              <th scope="col">{t("email")}</th>
              <th scope="col">{t("phone")}</th>
              <th scope="col">{t("language")}</th>
              <th scope="col">{t("treating")}</th>
              <th scope="col">{t("entry")}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={row.id} data-row>
                <th scope="row">
                  <a href={routes.patient(practice, row.id)}>
                    <Name>{row.legalName}</Name>
                  </a>
                </th>
                <td data-label={t("calledName")}>
                  <Name>{row.calledName}</Name>
                </td>
                <td data-label={t("email")}>
                  {row.email ? <Name>{row.email}</Name> : <span className={tones.quiet}>{t("noEmail")}</span>}
                </td>
                <td data-label={t("phone")}>{row.phone ? <Name>{row.phone}</Name> : "–"}</td>
                <td data-label={t("language")}>{t(`languages.${row.language}`)}</td>
                <td data-label={t("treating")}>{row.treatingName}</td>
                <td data-label={t("entry")}>
                  {row.archivedAt
                    ? t("archivedOn", { date: time(row.archivedAt).date })
                    : t(row.hasEntered ? "hasEntered" : "notEntered")}
                </td>
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
      {page.next && (
        <p className={finding.pager}>
          <a href={withQuery(path, { ...kept, q: search, after: page.next })}>{t("more")}</a>
        </p>
      )}
    </>
  );
}
