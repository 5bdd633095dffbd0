import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { AutoRefresh } from "@/app/desk/_kit/auto-refresh";
import { MainAction } from "@/app/desk/_kit/list";
import { staffContext } from "@/lib/auth/session";
import type { PaperFault } from "@/lib/drafts/paper-rules";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { paperPreviewPage } from "@/lib/screens/desk/preview";
import { askPreviewAction } from "../actions";
import { PreviewHead } from "../preview-head";

type Props = PageProps<"/desk/[practice]/disclosures/[disclosureId]/draft/paper">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drafts.preview"))("paperTitle") };
}

/** The pages a signed document will have, drawn by the worker: asked for, being drawn, there. */
export default async function PaperPreviewPage({ params, searchParams }: Props) {
  const { practice, disclosureId } = await checkedParams(params);
  const language = asLanguage(String((await searchParams).language));
  const ctx = await staffContext(practice);
  const { preview, isBegun, timeZone } = await orNotFound(ctx, paperPreviewPage(ctx, disclosureId, language));
  const t = await getTranslations("drafts.preview");
  const time = await timesIn(timeZone);
  const sayFault = (fault: PaperFault) => {
    switch (fault.kind) {
      case "letter":
        return t("failed", fault);
      case "page":
        return t("losesPage", fault);
      case "words":
        return t("differs", fault);
      case "unexpected":
        return t("notDrawn");
    }
  };
  const isDrawing = preview !== null && preview.drawnAt === null;
  return (
    <>
      <PreviewHead
        practice={practice}
        disclosureId={disclosureId}
        language={language}
        title={t("paperTitle")}
        hrefOf={routes.draftOnPaper}
      />
      {!isBegun && <p>{t("languageNotBegun")}</p>}
      {isDrawing && (
        <AutoRefresh key={preview.askedAt.getTime()} words={t("drawing")} everyMs={1_500} times={80} />
      )}
      {preview?.drawnAt && preview.fault && <p role="status">{sayFault(preview.fault)}</p>}
      {preview?.drawnAt && preview.hasFile && (
        <>
          <p role="status">
            {t("ready", { at: time(preview.askedAt).both })} {preview.isOld && t("older")}
          </p>
          <p>
            <MainAction href={routes.draftFile(practice, disclosureId, language)}>{t("open")}</MainAction>
          </p>
        </>
      )}
      {isBegun && !isDrawing && (
        <Act
          action={askPreviewAction.bind(null, practice)}
          fields={{ disclosureId, language }}
          label={t(preview ? "drawAgain" : "draw")}
          done={{ words: t("drawing") }}
        />
      )}
    </>
  );
}
