import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import classes from "@/app/desk/[practice]/platforms/platforms.module.css";
import { staffContext } from "@/lib/auth/session";
import { whyNotMay } from "@/lib/roles";
import { routes } from "@/lib/routes";
import { platformPage } from "@/lib/screens/desk/platform";
import { Fact } from "./fact";
import { LeavePlatform } from "./leave-platform";
import { PlatformState } from "./platform-state";
import { Troubles } from "./troubles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("platforms"))("platform") };
}

export default async function PlatformPage({ params }: PageProps<"/desk/[practice]/platforms/[platformId]">) {
  const { practice, platformId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, platformPage(ctx, platformId, await requestLanguage()));
  const t = await getTranslations("platforms");
  const isUsed = page.kind === "video" && !page.leftAt;
  const mayGiveRooms = isUsed && whyNotMay(ctx, "manage-rooms") === null;
  return (
    <Words of={["formRefusals", "platforms.form"]}>
      <a href={routes.platforms(practice)}>‹ {t("title")}</a>
      <PageHead title={page.kind === "video" ? page.name : t(`kind.${page.kind}`)}>
        {mayGiveRooms && (
          <a href={routes.meetingLinks(practice, platformId)}>
            {(await getTranslations("rooms.links"))("title")}
          </a>
        )}
      </PageHead>
      <PlatformState page={page} />
      <section aria-labelledby="facts" className={classes.section}>
        <h2 id="facts">{t("facts")}</h2>
        <ul className={`sheet ${classes.facts}`}>
          {page.facts.map((fact) => (
            <Fact key={fact.key} practice={practice} page={page} fact={fact} />
          ))}
        </ul>
      </section>
      <Troubles practice={practice} page={page} />
      <LeavePlatform practice={practice} page={page} />
    </Words>
  );
}
