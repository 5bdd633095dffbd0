import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { DeskForm } from "@/app/desk/_kit/form";
import { Empty, PageHead } from "@/app/desk/_kit/list";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { endRoomsAction } from "@/app/desk/[practice]/_rooms/actions";
import { staffContext } from "@/lib/auth/session";
import { routes } from "@/lib/routes";
import { linksPage } from "@/lib/screens/desk/links";
import { LinksForm } from "./links-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rooms.links"))("title") };
}

export default async function LinksPage({
  params,
}: PageProps<"/desk/[practice]/platforms/[platformId]/links">) {
  const { practice, platformId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const { timeZone, name, people, others, last } = await orNotFound(ctx, linksPage(ctx, platformId));
  const t = await getTranslations("rooms.links");
  const time = await timesIn(timeZone);
  return (
    <Words of={["formRefusals", "rooms.links"]}>
      <a href={routes.platforms(practice)}>‹ {(await getTranslations("platforms"))("title")}</a>
      <PageHead title={t("heading", { platform: name })} />
      <p>{t("left", { count: people.length, platform: name })}</p>
      {others > 0 && <p className={tones.quiet}>{t("others", { count: others })}</p>}
      {last && (
        <div>
          <p>{t("last", { count: last.roomIds.length, at: time(last.at).both })}</p>
          <DeskForm
            key={last.roomIds.join()}
            action={endRoomsAction.bind(null, practice)}
            fields={{ roomIds: last.roomIds }}
            open={t("undo")}
            save={t("undoNow")}
            cancel={t("keep")}
            done={{ words: t("undone", { count: last.roomIds.length }) }}
          >
            <p>{t("undoMeans", { count: last.roomIds.length })}</p>
          </DeskForm>
        </div>
      )}
      {people.length === 0 ? (
        <Empty>
          <p>{t("nobody", { platform: name })}</p>
          <a href={routes.desk(practice)}>{t("toToday")}</a>
        </Empty>
      ) : (
        <LinksForm
          key={people.map(({ id }) => id).join()}
          practice={practice}
          platformId={platformId}
          platform={name}
          people={people}
        />
      )}
    </Words>
  );
}
