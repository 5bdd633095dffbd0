import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { claimWords } from "@/app/_ui/claim-words";
import { Markdown } from "@/app/_ui/markdown";
import { orNotFound } from "@/app/_ui/or-not-found";
import { shownTime } from "@/app/_ui/shown-time";
import answer from "@/app/my/_kit/signing.module.css";
import { answerTexts } from "@/app/my/[practice]/requests/[requestId]/answer-texts";
import { UsesStep } from "@/app/my/[practice]/requests/[requestId]/uses-step";
import { staffContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { phonePreviewPage } from "@/lib/screens/desk/preview";
import { PreviewHead } from "../preview-head";
import classes from "./phone.module.css";

type Props = PageProps<"/desk/[practice]/disclosures/[disclosureId]/draft/phone">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drafts.preview"))("phoneTitle") };
}

/** The text and its uses with the parts patients see, as wide as a phone; nothing can be pressed. */
export default async function PhonePreviewPage({ params, searchParams }: Props) {
  const { practice, disclosureId } = await checkedParams(params);
  const language = asLanguage(String((await searchParams).language));
  const ctx = await staffContext(practice);
  const page = await orNotFound(ctx, phonePreviewPage(ctx, disclosureId, language));
  const t = await getTranslations("drafts.preview");
  const say = await getTranslations({ locale: language, namespace: "answer" });
  const { shown } = page;
  return (
    <>
      <PreviewHead
        practice={practice}
        disclosureId={disclosureId}
        language={language}
        title={t("phoneTitle")}
        hrefOf={routes.draftOnPhone}
      />
      {!shown ? (
        <p>{t("languageNotBegun")}</p>
      ) : (
        <>
          <p>{t("nothingToPress")}</p>
          <section aria-label={t("phoneTitle")} className={classes.phone} lang={language}>
            <h2 className={answer.title}>{shown.title}</h2>
            <p className={answer.quiet}>
              {say("source", {
                therapist: page.therapist,
                practice: page.practice.name,
                date: shownTime(shown.effectiveFrom, page.practice.timeZone, language).date,
                minutes: page.minutes,
              })}
            </p>
            <p className={answer.short}>{shown.inShort}</p>
            <div className="reading">
              <Markdown root={page.root} said={claimWords(page.claims, language)} />
            </div>
            <fieldset disabled className={classes.still}>
              <UsesStep
                items={shown.items}
                language={language}
                answers={{}}
                texts={await answerTexts(shown, { capacity: "self", calledName: "" }, false, null)}
                missing={[]}
              />
            </fieldset>
          </section>
        </>
      )}
    </>
  );
}
