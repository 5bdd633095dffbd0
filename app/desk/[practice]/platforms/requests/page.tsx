import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Counted, Empty, Filters, Listing, PageHead } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import { withQuery, wordIn } from "@/app/desk/_kit/search-params";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { wishesPage, wishFilters } from "@/lib/screens/desk/wishes";
import { WishState } from "./wish-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("wishes"))("title") };
}

export default async function WishesPage({
  params,
  searchParams,
}: PageProps<"/desk/[practice]/platforms/requests">) {
  const { practice } = await checkedParams(params);
  const filter = wordIn(await searchParams, "show", wishFilters);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, wishesPage(ctx, filter, await requestLanguage()));
  const t = await getTranslations("wishes");
  const time = await timesIn(page.timeZone);
  const path = routes.wishes(practice);
  return (
    <>
      <PageHead title={t("title")} />
      <p>{t("lead")}</p>
      <Filters
        label={t("filter")}
        filters={page.counts.map(({ key, count }) => ({ key, label: t(`filters.${key}`), count }))}
        chosen={filter}
        hrefOf={(key) => withQuery(path, { show: key === "all" ? null : key })}
      />
      <Counted
        words={t("counted", { count: page.wishes.length, total: page.total })}
        undo={filter === "all" ? null : { href: path, label: t("undo") }}
      />
      {page.wishes.length === 0 ? (
        <Empty>
          <p>{t(page.total === 0 ? "empty" : "emptyFiltered")}</p>
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("column.who")}</th>
              <th scope="col">{t("column.way")}</th>
              <th scope="col">{t("column.since")}</th>
              <th scope="col">{t("column.standing")}</th>
            </tr>
          </thead>
          <tbody>
            {page.wishes.map((wish) => (
              <tr key={wish.id} data-row>
                <th scope="row">
                  <a href={routes.platformRequest(practice, wish.id)}>
                    <Name>{wish.legalName}</Name>
                  </a>
                </th>
                <td>{wish.way ?? wish.other ?? t("notSure")}</td>
                <td>
                  {time(wish.wantedAt).date}, {t(`side.${wish.side}`)}
                </td>
                <td>
                  <WishState wish={wish} timeZone={page.timeZone} />
                </td>
              </tr>
            ))}
          </tbody>
        </Listing>
      )}
    </>
  );
}
