import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import {
  Counted,
  Empty,
  Filters,
  Listing,
  PageHead,
  Pager,
  SearchForm,
  SearchSelect,
} from "@/app/desk/_kit/list";
import { idIn, pageIn, textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { roomFilters, roomsPage } from "@/lib/screens/desk/rooms";
import { RoomLine } from "./room-line";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rooms.list"))("title") };
}

export default async function RoomsPage({ params, searchParams }: PageProps<"/desk/[practice]/rooms">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const query = await searchParams;
  const show = wordIn(query, "show", roomFilters);
  const search = textIn(query, "q");
  const asked = { search, show, platformId: idIn(query, "platform") ?? null, page: pageIn(query) };
  const page = await orNotFound(ctx, roomsPage(ctx, asked, await requestLanguage()));
  const t = await getTranslations("rooms.list");
  const time = await timesIn(page.timeZone);
  const path = routes.rooms(practice);
  const { platformId } = page;
  const isNarrowed = search !== "" || show !== "all" || platformId !== null;
  const kept = { show: show === "all" ? null : show };
  return (
    <Words of={["formRefusals", "rooms.form"]}>
      <PageHead title={t("title")} />
      <p>{t("lead")}</p>
      {page.toPaste.map(({ id, name, count }) => (
        <p key={id}>
          {t("several", { count, platform: name })}{" "}
          <a href={routes.meetingLinks(practice, id)}>{t("paste")}</a>
        </p>
      ))}
      <div className={finding.tools}>
        <SearchForm path={path} search={search} label={t("search")} kept={kept}>
          {page.platforms.length > 1 && (
            <SearchSelect
              name="platform"
              label={t("platform")}
              all={t("everyPlatform")}
              chosen={platformId}
              choices={page.platforms.map(({ id, name }) => [id, name])}
            />
          )}
        </SearchForm>
      </div>
      <Filters
        label={t("filter")}
        chosen={show}
        hrefOf={(key) =>
          withQuery(path, { show: key === "all" ? null : key, q: search, platform: platformId })
        }
        filters={page.counts.map(({ key, count }) => ({ key, label: t(`filters.${key}`), count }))}
      />
      <Counted
        words={t("counted", { matches: page.matches, total: page.total })}
        undo={isNarrowed ? { href: path, label: t("undo") } : null}
      />
      {page.rows.length === 0 ? (
        <Empty>
          <p>{t(page.total === 0 ? "empty" : "emptyNarrowed")}</p>
        </Empty>
      ) : (
        <Listing caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("platform")}</th>
              <th scope="col">{t("meeting")}</th>
              <th scope="col">{t("step")}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <RoomLine
                key={`${row.owner.id} ${row.platform.id}`}
                practice={practice}
                row={row}
                dateOf={(at) => time(at).date}
              />
            ))}
          </tbody>
        </Listing>
      )}
      <Pager
        path={path}
        query={{ ...kept, q: search, platform: platformId }}
        page={page.page}
        pages={page.pages}
      />
    </Words>
  );
}
