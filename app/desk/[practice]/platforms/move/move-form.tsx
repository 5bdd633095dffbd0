"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { shownTime } from "@/app/_ui/shown-time";
import { none } from "@/app/desk/_kit/fields";
import { DeskForm, useTyped } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { asLanguage } from "@/lib/languages";
import { type NamedPlatform, platformName } from "@/lib/platforms/platform-name";
import { routes } from "@/lib/routes";
import type { MovePage, ShownPlan } from "@/lib/screens/desk/move";
import { movePracticeAction } from "../actions";
import classes from "./move.module.css";
import { PeopleByName } from "./people-by-name";
import { StayPicker } from "./stay-picker";

type Props = {
  practice: string;
  page: Pick<MovePage, "timeZone" | "day">;
  plan: ShownPlan;
  where: string;
  /** The texts that name the former one. */
  children: ReactNode;
};

/** What the move means, by name and number, whom one lets stay, and the one press. */
export function MoveForm({ practice, page, plan, where, children }: Props) {
  const t = useTranslations("moves");
  const language = asLanguage(useLocale());
  const typed = useTyped();
  const staying = new Set<string>(typed.watch("staying", none));
  const router = useRouter();
  const { platform, former, keeps, groups, patients } = plan;
  const nameOf = (one: NamedPlatform) => platformName(one, language);
  const names = { platform: nameOf(platform), former: former ? nameOf(former) : "", where };
  const dateOf = (at: Date) => shownTime(at, page.timeZone, language).date;
  const stays = among(staying);
  const rest = without(plan.rest);
  const lackRoom = without(plan.lackRoom);
  const isToday = plan.from === page.day;

  return (
    <DeskForm
      typed={typed}
      action={move}
      save={t(isToday ? "moveNow" : "move", { platform: names.platform, date: dateOf(plan.at) })}
      cancel={t("cancel")}
      back={routes.movePractice(practice)}
      done={(_, { came, stayed }) => ({
        words: t(isToday ? "doneNow" : "done", { ...names, date: dateOf(plan.at), came, stayed }),
        goTo: routes.movePractice(practice),
      })}
      width="48rem"
      className={classes.form}
    >
      <section aria-labelledby="comes" className={classes.part}>
        <h2 id="comes">{t("comes", { patients, groups, stays: stays.length })}</h2>
        {plan.conflicts.map((one) => (
          <p key={one.with} className={tones.soon}>
            {t(`conflict.${one.kind}`, { what: t(`conflict.${one.with}`), platform: names.platform })}
          </p>
        ))}
      </section>
      {keeps.count > 0 && (
        <section aria-labelledby="keeps" className={classes.part}>
          <h2 id="keeps">{t("keeps", { count: keeps.count })}</h2>
          <PeopleByName
            practice={practice}
            count={keeps.count}
            people={keeps.people}
            say={({ platform: own, trialUntil }) =>
              trialUntil
                ? t("keepsTrial", { platform: own ? nameOf(own) : "", date: dateOf(trialUntil) })
                : own
                  ? nameOf(own)
                  : ""
            }
          />
        </section>
      )}
      {former && plan.whyNobodyStays && (
        <p className={classes.part}>{t(`nobodyStays.${plan.whyNobodyStays}`, names)}</p>
      )}
      {plan.mayStay.length > 0 && <StayPicker people={plan.mayStay} former={names.former} />}
      {platform.kind === "video" && (
        <section aria-labelledby="rooms" className={classes.part}>
          <h2 id="rooms">{t("lackRoom", { count: lackRoom.count, platform: names.platform })}</h2>
          {lackRoom.count > 0 && (
            <>
              <p>{t("lackRoomNote")}</p>
              <PeopleByName practice={practice} {...lackRoom} />
            </>
          )}
        </section>
      )}
      <section aria-labelledby="rest" className={classes.part}>
        <h2 id="rest">{t("rest", { count: rest.count, platform: names.platform })}</h2>
        {rest.count > 0 && (
          <>
            <p>{t("restNote", names)}</p>
            <PeopleByName practice={practice} {...rest} />
          </>
        )}
        {plan.wake.count > 0 && (
          <>
            <p>{t("wake", { count: plan.wake.count })}</p>
            <PeopleByName practice={practice} {...plan.wake} />
          </>
        )}
      </section>
      {children}
    </DeskForm>
  );

  /** Who left meanwhile cannot stay any more. */
  function among(chosen: ReadonlySet<string>) {
    return plan.mayStay.filter(({ id }) => chosen.has(id));
  }

  /** Of those who come along, without who is let stay. */
  function without({ count, people }: ShownPlan["rest"]) {
    const left = people.filter(({ id }) => !staying.has(id));
    return { count: count - (people.length - left.length), people: left };
  }

  async function move(chosen: FieldValues) {
    const stay = among(new Set(chosen.staying));
    const idsOf = (kind: string) => stay.filter((one) => one.kind === kind).map(({ id }) => id);
    const state = await movePracticeAction(practice, {
      platformId: plan.platform.id,
      from: isToday ? "" : plan.from,
      staying: idsOf("patient"),
      stayingGroups: idsOf("group"),
      shown: plan.shown,
    });
    // What it means now is shown anew, and what was chosen is kept.
    if (state && !state.ok) router.refresh();
    return state;
  }
}
