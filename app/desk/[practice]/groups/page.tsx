import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { Counted, Empty, Filters, Listing, PageHead, SearchForm } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import { textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { groupFilters, groupsPage } from "@/lib/screens/desk/groups";
import { GroupForm } from "./group-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

export default async function GroupsPage({ params, searchParams }: PageProps<"/desk/[practice]/groups">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const show = wordIn(query, "show", groupFilters);
  const search = textIn(query, "q");
  const page = await orNotFound(ctx, groupsPage(ctx, { show, search }, await requestLanguage()));
  const t = await getTranslations("groups");
  const time = await timesIn(page.timeZone);
  const path = routes.groups(practice);
  const kept = { show: show === "current" ? null : show };
  const isNarrowed = search !== "" || show !== "current";
  return (
    <Words of={["formRefusals", "groups.form", "patients.picker"]}>
      <PageHead title={t("title")}>
        {page.form && <GroupForm practice={practice} form={page.form} />}
      </PageHead>
      <p>{t("lead")}</p>
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("search")} kept={kept} />
      </div>
      <Filters
        label={t("filter")}
        chosen={show}
        hrefOf={(key) => withQuery(path, { show: key === "current" ? null : key, q: search })}
        filters={page.counts.map(({ key, count }) => ({ key, label: t(`filters.${key}`), count }))}
      />
      <Counted
        words={t("counted", { count: page.groups.length })}
        undo={isNarrowed ? { href: path, label: t("undo") } : null}
      />
      {page.groups.length === 0 ? (
        <Empty>
          <p>{t(isNarrowed ? "emptyNarrowed" : "empty")}</p>
        </Empty>
      ) : (
        <Listing caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("members")}</th>
              <th scope="col">{t("treating")}</th>
              <th scope="col">{t("meets")}</th>
            </tr>
          </thead>
          <tbody>
            {page.groups.map(({ id, name, kind, names, treatingName, endedAt, rooms }) => (
              <tr key={id} data-row>
                <th scope="row">
                  <a href={routes.group(practice, id)}>
                    <Name>{name}</Name>
                  </a>
                  <span className={`${tones.small} ${tones.quiet}`}>{t(`kind.${kind}`)}</span>
                </th>
                <td data-label={t("members")}>
                  <span>
                    {names.map((one, index) => (
                      <span key={`${one}-${index}`}>
                        {index > 0 && ", "}
                        <Name>{one}</Name>
                      </span>
                    ))}
                    {names.length === 0 && <span className={tones.quiet}>{t("nobody")}</span>}
                  </span>
                </td>
                <td data-label={t("treating")}>{treatingName}</td>
                <td data-label={t("meets")}>
                  <span>
                    {endedAt
                      ? t("endedOn", { date: time(endedAt).date })
                      : (rooms.ofRecord?.name ?? t("unknownPlatform"))}
                    {!endedAt && rooms.lacksRoom && (
                      <span className={`${tones.small} ${tones.soon}`}>{t("noRoom")}</span>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
    </Words>
  );
}
