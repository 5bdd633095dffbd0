import { getTranslations } from "next-intl/server";
import tones from "@/app/desk/_kit/tones.module.css";
import { AgreementWords } from "@/app/desk/[practice]/platforms/agreement-words";
import classes from "@/app/desk/[practice]/platforms/platforms.module.css";
import type { PlatformPageData } from "@/lib/screens/desk/platform";

/** What follows from the facts: whether somebody can be put on it, and what cannot be together. */
export async function PlatformState({ page }: { page: PlatformPageData }) {
  const t = await getTranslations("platforms");
  const { kind, isDefault, owners, agreement, conflicts, whyNotPlace } = page;
  return (
    <div className={classes.standing}>
      <p>
        {kind === "video" && `${t("kind.video")}.`} {isDefault && t("isDefaultNow")}{" "}
        {t("owners", { count: owners })}
      </p>
      {kind === "video" && (
        <p>
          {t("agreement")}: <AgreementWords kind={kind} agreement={agreement} />
        </p>
      )}
      {whyNotPlace === "platform-lacks-agreement" && <p className={tones.soon}>{t("cannotPlace")}</p>}
      {conflicts.map((one) => (
        <p key={one.with} className={one.kind === "impossible" ? tones.soon : undefined}>
          {t(`conflict.${one.kind}`, { fact: t(`inside.${one.with}`) })}
        </p>
      ))}
    </div>
  );
}
