import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Comparison } from "@/app/_ui/trade-off-text";
import { PageHead } from "@/app/desk/_kit/list";
import { marked, Sentence } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { Words } from "@/app/desk/_kit/words";
import { WeTalked } from "@/app/desk/[practice]/_today/we-talked";
import { MeetingWords } from "@/app/desk/[practice]/patients/[patientId]/meeting-words";
import { WishState } from "@/app/desk/[practice]/platforms/requests/wish-state";
import { staffContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { wishPage } from "@/lib/screens/desk/wish";
import { Answered } from "./answered";
import { Answering } from "./answering";
import { TradeOff } from "./trade-off/trade-off";
import { WishSteps } from "./wish-steps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("wishes"))("one") };
}

export default async function WishPage({
  params,
}: PageProps<"/desk/[practice]/platforms/requests/[wishId]">) {
  const { practice, wishId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, wishPage(ctx, wishId, await requestLanguage()));
  const { wish, patient, next } = page;
  const t = await getTranslations("wishes");
  const time = await timesIn(page.timeZone);
  const language = asLanguage(await getLocale());
  const name = marked(patient.legalName);
  const way = wish.wished ?? wish.other ?? t("notSure");
  const isOpen = wish.state === "waiting" || wish.state === "talking" || wish.state === "thinking";
  return (
    <Words of={["conversations.form", "formRefusals", "tradeOff.form", "wishes.form"]}>
      <PageHead
        title={<Sentence>{t(`wants.${wish.side}`, { name, way, by: page.wishedBy ?? "" })}</Sentence>}
      >
        <a href={routes.wishes(practice)}>{t("toAll")}</a>
        <a href={routes.patient(practice, patient.id)}>{t("toPatient")}</a>
      </PageHead>
      <p>
        {t("since", { at: time(wish.wantedAt).both })}{" "}
        <WishState
          wish={{ ...wish, isOwed: page.isOwed, isOverdue: page.isOverdue }}
          timeZone={page.timeZone}
        />
      </p>
      {wish.side === "patient" && (
        <p className={page.reason ? undefined : tones.quiet}>
          {page.reason
            ? t("reason", { reason: page.reason })
            : t(!page.hasReason ? "noReason" : page.mayReadReason ? "reasonAltered" : "reasonHidden")}
        </p>
      )}
      {page.meets?.toAgree ? (
        <p>
          <MeetingWords meets={page.meets} timeZone={page.timeZone} />
        </p>
      ) : (
        page.now && <p>{t("meetNow", { way: page.now })}</p>
      )}
      {next && <p>{t(`next.${next.side}`, { way: next.way })}</p>}
      <Answered page={page} />
      {isOpen && page.comparison && <Comparison markdown={page.comparison} language={language} />}
      {page.toConclude && (
        <WeTalked
          practice={practice}
          conversationIds={[page.toConclude]}
          about="wish"
          done={{
            words: (await getTranslations("patients.one"))("talked", { name, title: t("conversation") }),
          }}
        />
      )}
      {page.steps.includes("answer") && <Answering practice={practice} page={page} />}
      <WishSteps practice={practice} page={page} />
      <TradeOff ctx={ctx} practice={practice} wishId={wishId} />
    </Words>
  );
}
