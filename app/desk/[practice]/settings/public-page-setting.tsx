import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { routes } from "@/lib/routes";
import { publishTextsAction } from "./actions";

/** Whether anybody may read the practice's texts, and the owner's switch for it. */
export async function PublicPageSetting(props: { practice: string; isPublic: boolean; mayChange: boolean }) {
  const { practice, isPublic, mayChange } = props;
  const t = await getTranslations("publicTexts");
  const address = routes.practiceTexts(practice);
  return (
    <>
      <h2>{t("setting")}</h2>
      <p>
        {isPublic ? t("settingOn", { address }) : t("settingOff")}{" "}
        {isPublic && <a href={address}>{t("open")}</a>}
      </p>
      {mayChange && (
        <Act
          key={String(isPublic)}
          action={publishTextsAction.bind(null, practice)}
          fields={{ publish: isPublic ? "no" : "yes" }}
          label={t(isPublic ? "turnOff" : "turnOn")}
          done={{ words: t(isPublic ? "turnedOff" : "turnedOn") }}
        />
      )}
    </>
  );
}
