import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { Counted, Empty, Filters, Listing, PageHead } from "@/app/desk/_kit/list";
import { withQuery, wordIn } from "@/app/desk/_kit/search-params";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { starters } from "@/lib/platforms/starters";
import { routes } from "@/lib/routes";
import { platformFilters, platformsPage } from "@/lib/screens/desk/platforms";
import { addPlatformAction } from "./actions";
import { AddForm } from "./add-form";
import { PlatformRow } from "./platform-row";
import classes from "./platforms.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platforms"))("title") };
}

export default async function PlatformsPage({
  params,
  searchParams,
}: PageProps<"/desk/[practice]/platforms">) {
  const { practice } = await checkedParams(params);
  const filter = wordIn(await searchParams, "show", platformFilters);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, platformsPage(ctx, filter, await requestLanguage()));
  const t = await getTranslations("platforms");
  const time = await timesIn(page.timeZone);
  const path = routes.platforms(practice);
  const known = [
    ...page.starters.map((way) => ({ way, label: starters[way].name })),
    ...page.kinds.map((way) => ({ way, label: t(`kind.${way}`) })),
  ];
  const choices = [...known, { way: "another", label: t("another") }];
  return (
    <Words of={["formRefusals", "platforms.form"]}>
      <PageHead title={t("title")}>
        {page.mayManage && page.total > 1 && <a href={routes.movePractice(practice)}>{t("move")}</a>}
        {page.mayManage && <AddForm practice={practice} choices={choices} />}
      </PageHead>
      <p>{t(page.requiresVendorAgreement ? "leadAgreement" : "lead")}</p>
      <Filters
        label={t("filter")}
        filters={page.counts.map(({ key, count }) => ({ key, label: t(`filters.${key}`), count }))}
        chosen={filter}
        hrefOf={(key) => withQuery(path, { show: key === "in-use" ? null : key })}
      />
      <Counted
        words={t("counted", { count: page.platforms.length, total: page.total })}
        undo={filter === "in-use" ? null : { href: path, label: t("undo") }}
      />
      {page.platforms.length === 0 ? (
        <Empty>
          <p>{t(page.total === 0 ? "empty" : `emptyFiltered.${filter}`)}</p>
          {page.total === 0 && page.mayManage && (
            <div className={classes.offers}>
              {known.map(({ way, label }) => (
                <Act
                  key={way}
                  action={addPlatformAction.bind(null, practice)}
                  fields={{ way }}
                  label={t("list", { name: label })}
                  done={{ words: t("listed", { name: label }) }}
                />
              ))}
            </div>
          )}
        </Empty>
      ) : (
        <Listing caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("platform")}</th>
              <th scope="col">{t("meetThere")}</th>
              <th scope="col">{t("agreement")}</th>
              <th scope="col">{t("facts")}</th>
              <th scope="col">{t("troubles")}</th>
            </tr>
          </thead>
          <tbody>
            {page.platforms.map((platform) => (
              <PlatformRow
                key={platform.id}
                practice={practice}
                platform={platform}
                dateOf={(at) => time(at).date}
              />
            ))}
          </tbody>
        </Listing>
      )}
    </Words>
  );
}
