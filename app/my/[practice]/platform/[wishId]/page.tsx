import { getLocale, getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { TradeOffText } from "@/app/_ui/trade-off-text";
import classes from "@/app/my/_kit/signing.module.css";
import pages from "@/app/my/[practice]/pages.module.css";
import { PatientFrame } from "@/app/my/[practice]/patient-frame";
import { patientContext } from "@/lib/auth/session";
import { asLanguage } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { tradeOffPage } from "@/lib/screens/my/trade-off";
import { KnownTradeOff } from "./known-trade-off";
import { readActs } from "./read-acts";
import { ReadForm } from "./read-form";
import { readTexts } from "./read-texts";

type Props = PageProps<"/my/[practice]/platform/[wishId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("tradeOff"))("title") };
}

export default async function ReadTradeOffPage({ params, searchParams }: Props) {
  const { practice: slug, wishId } = await checkedParams(params);
  const { changed } = await searchParams;
  const ctx = await patientContext(slug);
  const language = asLanguage(await getLocale());
  const page = await orNotFound(ctx, tradeOffPage(ctx, wishId, language));
  const { practice, patient, capacity, toRead, known, severalPatients } = page;
  const { calledName } = patient;
  const t = await getTranslations("tradeOff");
  const back = { href: routes.myPlatform(slug), label: t("home") };
  if (known) {
    return (
      <PatientFrame practice={practice} back={back}>
        <KnownTradeOff slug={slug} wishId={wishId} page={page} known={known} />
      </PatientFrame>
    );
  }
  if (!toRead || toRead.hindrance || !capacity) {
    const refusals = await getTranslations("refusals");
    return (
      <PatientFrame practice={practice} back={back}>
        <h1 className={pages.title}>{t("title")}</h1>
        <p>{!toRead ? t("over") : toRead.hindrance ? t("hindered") : refusals("patient-of-age")}</p>
      </PatientFrame>
    );
  }
  const { text } = toRead;
  const here = routes.readTradeOff(slug, wishId);
  return (
    <PatientFrame practice={practice} back={back}>
      <ReadForm
        acts={readActs(slug)}
        here={changed ? `${here}?changed=1` : here}
        wishId={wishId}
        language={language}
        text={text}
        texts={await readTexts(language, { capacity, calledName }, severalPatients)}
      >
        <h1 className={classes.title}>{text.title}</h1>
        <p className={classes.quiet}>
          {t("from", { therapist: patient.treatingName, practice: practice.name })}
        </p>
        {capacity !== "self" ? (
          <p className={classes.notice}>{t("signAs", { capacity, name: calledName })}</p>
        ) : (
          severalPatients && <p>{t("for", { name: calledName })}</p>
        )}
        {changed && (
          <p role="status" className={classes.notice}>
            {t("changed")}
          </p>
        )}
        <TradeOffText text={text} language={language} />
      </ReadForm>
    </PatientFrame>
  );
}
