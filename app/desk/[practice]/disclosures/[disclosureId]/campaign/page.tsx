import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { AutoRefresh } from "@/app/desk/_kit/auto-refresh";
import finding from "@/app/desk/_kit/finding.module.css";
import { Counted, Filters, PageHead, Pager, SearchForm } from "@/app/desk/_kit/list";
import { idIn, pageIn, textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { campaignFilters, campaignPage } from "@/lib/screens/desk/campaign";
import { stopCampaignAction } from "./actions";
import { Calls } from "./calls";
import { Holders } from "./holders";
import { Progress } from "./progress";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("title") };
}

type Props = PageProps<"/desk/[practice]/disclosures/[disclosureId]/campaign">;

export default async function CampaignPage({ params, searchParams }: Props) {
  const { practice, disclosureId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const filter = wordIn(query, "show", campaignFilters);
  const search = textIn(query, "q");
  const version = idIn(query, "version") ?? null;
  const asked = { versionId: version, filter, search, page: pageIn(query) };
  const page = await orNotFound(ctx, campaignPage(ctx, disclosureId, asked, await requestLanguage()));
  const path = routes.campaign(practice, disclosureId);
  const whole = withQuery(path, { version });
  if (query.list === "calls") return <Calls practice={practice} page={page} back={whole} />;

  const t = await getTranslations("campaigns");
  const disclosures = await getTranslations("disclosures");
  const time = await timesIn(page.timeZone);
  const { campaign, progress, others } = page;
  const kept = { version, show: filter === "all" ? null : filter };
  return (
    <>
      <PageHead title={t("title")}>
        {page.calls.length > 0 && (
          <a href={withQuery(path, { version, list: "calls" })}>{t("calls", { count: page.calls.length })}</a>
        )}
        {page.mayStop && (
          <Act
            action={stopCampaignAction.bind(null, practice)}
            fields={{ campaignId: campaign.id }}
            label={t("stop")}
            consequence={{
              words: t("stopMeans", { left: progress.left }),
              goOn: t("stopNow"),
              keep: t("keep"),
            }}
            done={{ words: t("stopDone", { asked: progress.asked }) }}
          />
        )}
      </PageHead>
      <p>
        {t("about", {
          title: page.title,
          number: campaign.number,
          date: time(campaign.effectiveFrom).date,
          name: campaign.begunByName,
          begun: time(campaign.begunAt).both,
        })}{" "}
        <a href={routes.disclosure(practice, disclosureId)}>{disclosures("one")}</a>
      </p>
      {campaign.stoppedAt ? (
        <p>{t("stopped", { at: time(campaign.stoppedAt).both, ...progress })}</p>
      ) : (
        <p>
          {campaign.leavesAt > page.now
            ? t("leaves", { at: time(campaign.leavesAt).both })
            : t("progress", progress)}
        </p>
      )}
      <Progress days={page.days} />
      {page.isMoving && <AutoRefresh words={t("moving")} everyMs={4_000} times={150} />}
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("searchLabel")} kept={kept} />
      </div>
      <Filters
        label={t("filters")}
        chosen={filter}
        hrefOf={(key) => withQuery(path, { version, show: key === "all" ? null : key, q: search })}
        filters={campaignFilters.map((key) => ({
          key,
          label: t(`filter.${key}`),
          count: page.counts.get(key) ?? 0,
        }))}
      />
      <Counted
        words={t("counted", { matches: page.matches, total: page.total })}
        undo={search || filter !== "all" ? { href: whole, label: t("showAll") } : null}
      />
      <Holders practice={practice} page={page} />
      <Pager path={path} query={{ ...kept, q: search }} page={page.page} pages={page.pages} />
      {others.length > 0 && (
        <p className={tones.quiet}>
          {t("others")}{" "}
          {others.map(({ id, versionId, number }) => (
            <a key={id} href={withQuery(path, { version: versionId })}>
              {t("version", { number })}{" "}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
