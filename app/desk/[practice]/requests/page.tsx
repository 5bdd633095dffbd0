import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { shownDay } from "@/app/desk/_kit/day";
import finding from "@/app/desk/_kit/finding.module.css";
import {
  Counted,
  Empty,
  Filters,
  Listing,
  MainAction,
  PageHead,
  Pager,
  SearchForm,
} from "@/app/desk/_kit/list";
import { marked, Name, Sentence } from "@/app/desk/_kit/name";
import { pageIn, textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import tables from "@/app/desk/_kit/tables.module.css";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { whyNotMay } from "@/lib/roles";
import { routes } from "@/lib/routes";
import { requestFilters, requestsPage } from "@/lib/screens/desk/requests";
import { cancelRequestAction } from "./actions";
import { howFar } from "./how-far";
import { SendAgain } from "./send-again";
import { StopAsking } from "./stop-asking";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.list"))("title") };
}

export default async function RequestsPage({ params, searchParams }: PageProps<"/desk/[practice]/requests">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const filter = wordIn(query, "show", requestFilters);
  const search = textIn(query, "q");
  const asked = { filter, search, page: pageIn(query) };
  const page = await orNotFound(ctx, requestsPage(ctx, asked, await requestLanguage()));
  const t = await getTranslations("requests.list");
  const leaving = await getTranslations("requests.leaving");
  const time = await timesIn(page.timeZone);
  const language = await getLocale();
  const path = routes.requests(practice);
  const kept = { show: filter === "all" ? null : filter };
  const mayAsk = whyNotMay(ctx, "ask-patients") === null;

  return (
    <Words of={["requests.leaving", "requests.sendAgain"]}>
      <PageHead title={t("title")}>
        {mayAsk && <MainAction href={routes.ask(practice)}>{t("ask")}</MainAction>}
      </PageHead>
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("searchLabel")} kept={kept} />
      </div>
      <Filters
        label={t("filters")}
        chosen={filter}
        hrefOf={(key) => withQuery(path, { show: key === "all" ? null : key, q: search })}
        filters={requestFilters.map((key) => ({
          key,
          label: t(`filter.${key}`),
          count: page.counts[key] ?? 0,
        }))}
      />
      {page.campaigns.map(({ id, disclosureId, versionId, title, all, left }) => (
        <p key={id} className={finding.count}>
          {t("campaign", { title, all, left })}{" "}
          <a href={withQuery(routes.campaign(practice, disclosureId), { version: versionId })}>
            {t("campaignOpen")}
          </a>
        </p>
      ))}
      {page.leaving.map(({ askingId, people, leavesAt }) => (
        <div key={askingId} className={tables.bar}>
          <p className={finding.count}>{t("leaving", { people, at: time(leavesAt).both })}</p>
          <StopAsking practice={practice} askingId={askingId} />
        </div>
      ))}
      <Counted
        words={t("counted", { matches: page.matches, total: page.total })}
        undo={search || filter !== "all" ? { href: path, label: t("showAll") } : null}
      />
      {page.rows.length === 0 ? (
        <Empty>
          <p>{t(page.total === 0 ? "emptyPractice" : "emptyFilter")}</p>
          {mayAsk && <a href={routes.ask(practice)}>{t("ask")}</a>}
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("patient")}</th>
              <th scope="col">{t("text")}</th>
              <th scope="col">{t("askedAt")}</th>
              <th scope="col">{t("due")}</th>
              <th scope="col">{t("state")}</th>
              {mayAsk && <th scope="col">{t("change")}</th>}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <tr key={row.id} data-row>
                <th scope="row">
                  <a href={routes.patient(practice, row.patientId)}>
                    <Name>{row.patient.legalName}</Name>
                  </a>
                </th>
                <td data-label={t("text")}>{row.title}</td>
                <td data-label={t("askedAt")}>
                  <span>
                    {time(row.askedAt).both}
                    <span className={`${tones.small} ${tones.quiet}`}>
                      {row.askedByName
                        ? t("askedBy", { name: row.askedByName })
                        : t(row.origin === "renewal" ? "askedAhead" : "askedThemself")}
                    </span>
                  </span>
                </td>
                <td data-label={t("due")} className={row.overdue ? tones.soon : undefined}>
                  {row.dueOn ? shownDay(row.dueOn, language) : "–"} {row.overdue && t("overdue")}
                </td>
                <td
                  data-label={t("state")}
                  className={row.undelivered && !row.onPaper ? tones.alarm : undefined}
                >
                  {row.onPaper && !row.talkFirstSince ? (
                    <OnPaper practice={practice} requestId={row.id} />
                  ) : (
                    <Sentence>{howFar(row, t, (at) => time(at).date)}</Sentence>
                  )}
                </td>
                {mayAsk && (
                  <td>
                    {row.patient.email && (
                      <SendAgain
                        practice={practice}
                        label={leaving("sendAgain")}
                        patientId={row.patientId}
                        legalName={row.patient.legalName}
                        requestId={row.id}
                        quietUntil={page.quietUntil}
                        timeZone={page.timeZone}
                      />
                    )}
                    <Act
                      action={cancelRequestAction.bind(null, practice)}
                      fields={{ requestId: row.id }}
                      label={t("cancel")}
                      done={{
                        words: t("cancelled", { name: marked(row.patient.legalName), title: row.title }),
                        next: {
                          href: withQuery(routes.ask(practice), {
                            patient: row.patientId,
                            text: row.disclosureId,
                          }),
                          label: t("askAgain"),
                        },
                      }}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
      <Pager path={path} query={{ ...kept, q: search }} page={page.page} pages={page.pages} />
    </Words>
  );
}

async function OnPaper({ practice, requestId }: { practice: string; requestId: string }) {
  const t = await getTranslations("requests.list");
  return (
    <>
      <span className={tones.soon}>{t("onPaper")}</span>{" "}
      <a href={routes.onPaper(practice, requestId)}>{t("toPaper")}</a>
    </>
  );
}
