import { getLocale, getTranslations } from "next-intl/server";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { shownDay } from "@/app/desk/_kit/day";
import type { NamedPlatform } from "@/lib/platforms/platform-name";
import type { ToAgree } from "@/lib/platforms/way-to-agree";
import classes from "./pages.module.css";

/** In place of where they meet, once they took it back. */
export async function WayToAgree({ platform, toAgree }: { platform: NamedPlatform; toAgree: ToAgree }) {
  const t = await getTranslations("placing.mine");
  return (
    <>
      <strong>{t("meeting", { where: (await wherePhrase())(platform) })}</strong>{" "}
      <span className={classes.detail}>
        <ToAgreeWords toAgree={toAgree} />
      </span>
    </>
  );
}

/** That they took it back, and by when another way is agreed. */
export async function ToAgreeWords({ toAgree }: { toAgree: ToAgree }) {
  const t = await getTranslations("placing.mine");
  const due = shownDay(toAgree.dueOn, await getLocale());
  return t(toAgree.isOverdue ? "toAgreeLate" : "toAgree", { due });
}
