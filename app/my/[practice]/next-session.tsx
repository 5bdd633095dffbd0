import { getTranslations } from "next-intl/server";
import { wherePhrase } from "@/app/_ui/where-phrase";
import type { NextSession } from "@/lib/wishes/next-sessions";
import { PhoneLinks } from "./join/phone-links";
import classes from "./pages.module.css";

/** How the next session alone is held, where that was chosen: what somebody looks for first. */
export async function NextSessionLine({ next, phone }: { next: NextSession | null; phone: string }) {
  if (!next) return null;
  const t = await getTranslations("placing.mine.nextSession");
  const { platform, numberEnding } = next;
  const words =
    platform.kind !== "phone"
      ? t("elsewhere", { where: (await wherePhrase())(platform) })
      : numberEnding
        ? t("phone", { ending: numberEnding })
        : t("phoneMissing", { phone });
  return (
    <p className={classes.meeting}>
      <strong>
        <PhoneLinks>{words}</PhoneLinks>
      </strong>
    </p>
  );
}
