import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { MainAction, PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { whyNotMay } from "@/lib/roles";
import { routes } from "@/lib/routes";
import { todayPage } from "@/lib/screens/desk/today";
import { LookAgain } from "./_today/look-again";
import { NeedsYou } from "./_today/needs-you";
import { TakenBack } from "./_today/taken-back";
import { ToCheck } from "./_today/to-check";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("today"))("title") };
}

export default async function TodayPage({ params }: PageProps<"/desk/[practice]">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const today = await orNotFound(ctx, todayPage(ctx, await requestLanguage()));
  const t = await getTranslations("today");
  const { date, zone } = (await timesIn(today.timeZone))(today.now);
  const mayAsk = whyNotMay(ctx, "ask-patients") === null;
  return (
    <Words of={["conversations.form", "formRefusals", "requests.sendAgain"]}>
      <PageHead title={t("heading", { date, zone })}>
        {mayAsk && <MainAction href={routes.ask(practice)}>{t("ask")}</MainAction>}
        {whyNotMay(ctx, "edit-patients") === null && <a href={routes.newPatient(practice)}>{t("add")}</a>}
      </PageHead>
      <NeedsYou practice={practice} today={today} />
      <LookAgain practice={practice} toLookAt={today.toLookAt} />
      <ToCheck practice={practice} toCheck={today.toCheck} />
      <TakenBack practice={practice} today={today} />
      <p>
        <a href={routes.board(practice)}>{t("toBoard", { count: today.patients })}</a>
      </p>
    </Words>
  );
}
