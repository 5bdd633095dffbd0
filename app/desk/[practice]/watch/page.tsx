import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { Counted, Empty, Filters, PageHead } from "@/app/desk/_kit/list";
import { withQuery, wordIn } from "@/app/desk/_kit/search-params";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { watchFilters, watchPage } from "@/lib/screens/desk/watch";
import { NoteForm } from "./note-form";
import classes from "./watch.module.css";
import { WatchEntry } from "./watch-entry";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("watch"))("title") };
}

export default async function WatchPage({ params, searchParams }: PageProps<"/desk/[practice]/watch">) {
  const { practice } = await checkedParams(params);
  const filter = wordIn(await searchParams, "show", watchFilters);
  const ctx = await staffContext(practice);
  const watch = await orNotFound(ctx, watchPage(ctx, filter, await requestLanguage()));
  const { entries, counts, texts, mayWatch } = watch;
  const t = await getTranslations("watch");
  const path = routes.watch(practice);
  const all = { href: path, label: t("undo") };
  return (
    <Words of={["formRefusals", "watch.form"]}>
      <PageHead title={t("title")}>
        {mayWatch && <NoteForm practice={practice} today={watch.today} texts={texts} />}
      </PageHead>
      <p>{t("lead")}</p>
      <Filters
        label={t("filter")}
        filters={counts.map(({ key, count }) => ({ key, label: t(`filters.${key}`), count }))}
        chosen={filter}
        hrefOf={(key) => withQuery(path, { show: key === "all" ? null : key })}
      />
      <Counted words={t("counted", { count: entries.length })} undo={filter === "all" ? null : all} />
      {entries.length === 0 ? (
        <Empty>
          <p>{t(filter === "all" ? "empty" : "emptyFiltered")}</p>
        </Empty>
      ) : (
        <ol className={classes.list}>
          {entries.map((entry) => (
            <WatchEntry key={entry.id} practice={practice} entry={entry} watch={watch} />
          ))}
        </ol>
      )}
    </Words>
  );
}
