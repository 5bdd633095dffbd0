import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { Counted, Empty, Filters, Listing, PageHead } from "@/app/desk/_kit/list";
import { withQuery, wordIn } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { safeguardFilters, safeguardsPage } from "@/lib/screens/desk/safeguards";
import { AddOwn } from "./add-own";
import { AddStarters } from "./add-starters";
import { ClaimRow } from "./claim-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("safeguards.desk"))("title") };
}

export default async function SafeguardsPage({
  params,
  searchParams,
}: PageProps<"/desk/[practice]/safeguards">) {
  const { practice } = await checkedParams(params);
  const filter = wordIn(await searchParams, "show", safeguardFilters);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, safeguardsPage(ctx, filter, await requestLanguage()));
  const { claims, counts, mayManage } = page;
  const t = await getTranslations("safeguards.desk");
  const path = routes.safeguards(practice);
  const isFirst = counts.every(({ count }) => count === 0);
  const starting = { practice, starters: page.starters, services: page.services };
  return (
    <Words of={["formRefusals", "safeguards.form"]}>
      <PageHead title={t("title")}>
        {mayManage && !isFirst && page.starters.length > 0 && <AddStarters {...starting} isFirst={false} />}
        {mayManage && <AddOwn practice={practice} services={page.services} />}
      </PageHead>
      <p className={tones.quiet}>{t("lead")}</p>
      <Filters
        label={t("filter")}
        filters={counts.map(({ key, count }) => ({ key, label: t(`filters.${key}`), count }))}
        chosen={filter}
        hrefOf={(key) => withQuery(path, { show: key === "all" ? null : key })}
      />
      <Counted
        words={t("counted", { count: claims.length })}
        undo={filter === "all" ? null : { href: path, label: t("undo") }}
      />
      {claims.length === 0 ? (
        <Empty>
          <p>{t(filter !== "all" ? `empty.${filter}` : isFirst ? "empty.first" : "empty.all")}</p>
          {isFirst && mayManage && <AddStarters {...starting} isFirst />}
        </Empty>
      ) : (
        <Listing caption={t("caption")}>
          <thead>
            <tr>
              <th scope="col">{t("claim")}</th>
              <th scope="col">{t("service")}</th>
              <th scope="col">{t("every")}</th>
              <th scope="col">{t("checked")}</th>
              <th scope="col">{t("texts")}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <ClaimRow key={claim.id} practice={practice} claim={claim} page={page} />
            ))}
          </tbody>
        </Listing>
      )}
    </Words>
  );
}
