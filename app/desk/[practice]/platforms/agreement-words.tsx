import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import type { Agreement } from "@/lib/platforms/rules";

/** Where the agreement with the vendor stands; there is nobody to have one with on the phone and in person. */
export async function AgreementWords(props: { kind: PlatformKind; agreement: Agreement }) {
  const { state, until } = props.agreement;
  const t = await getTranslations("platforms");
  if (props.kind !== "video") return <span className={tones.quiet}>{t("agreements.needless")}</span>;
  const day = until ? shownDay(until, await getLocale()) : "";
  const words =
    state === "current" && day ? t("agreements.until", { day }) : t(`agreements.${state}`, { day });
  return <span className={state === "current" ? undefined : tones.soon}>{words}</span>;
}
