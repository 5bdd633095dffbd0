import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { wherePhrase } from "@/app/_ui/where-phrase";
import type { WhatIsLeft } from "@/lib/moves/what-is-left";
import { routes } from "@/lib/routes";

/** What is left of a move of the practice, each with where it is done. */
export async function MoveLeft(props: { practice: string; left: WhatIsLeft; timeZone: string }) {
  const { practice, left, timeZone } = props;
  const t = await getTranslations("moves");
  const where = (await wherePhrase())(left.platform);
  return (
    <p>
      {left.movesAt
        ? t("leftBefore", { where, date: (await timesIn(timeZone))(left.movesAt).date })
        : t("left", { where })}{" "}
      {left.rooms > 0 && (
        <a href={routes.meetingLinks(practice, left.platform.id)}>{t("leftRooms", { count: left.rooms })}</a>
      )}
      {left.rooms > 0 && left.texts.length > 0 && " · "}
      {left.texts.length > 0 && (
        <a href={`${routes.movePractice(practice)}#texts`}>{t("leftTexts", { count: left.texts.length })}</a>
      )}
    </p>
  );
}
