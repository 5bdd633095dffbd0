"use client";

import { useTranslations } from "next-intl";
import { Choice } from "@/app/desk/_kit/fields";
import { DeskForm, useTyped } from "@/app/desk/_kit/form";
import { assignRoomsAction } from "@/app/desk/[practice]/_rooms/actions";
import { assignRoomsInput } from "@/lib/rooms/input";
import { routes } from "@/lib/routes";
import type { Lacking, Line } from "./line";
import { LinkRow } from "./link-row";
import classes from "./links.module.css";
import { PasteLines } from "./paste-lines";

type Props = { practice: string; platformId: string; platform: string; people: readonly Lacking[] };

/** A line for each who lacks a room, filled by hand or from what is pasted; all that is filled is taken, or nothing. */
export function LinksForm({ practice, platformId, platform, people }: Props) {
  const t = useTranslations("rooms.links");
  const fields = { platformId };
  const typed = useTyped(assignRoomsInput, fields);
  const lines: Partial<Line>[] = typed.watch("rooms") ?? [];
  const filled = lines.filter((line) => line?.meeting?.trim()).length;
  const assign = assignRoomsAction.bind(null, practice);
  return (
    <DeskForm
      typed={typed}
      action={assign}
      fields={fields}
      save={t("save", { count: filled })}
      cancel={t("cancel")}
      back={routes.desk(practice)}
      done={(_, answer) => {
        if ("roomIds" in answer) return { words: t("done", { count: answer.roomIds.length, platform }) };
        for (const { at, sentence } of answer.refused)
          typed.setError(`rooms.${at}.meeting`, { message: sentence });
        typed.setError("root", { message: t("refused", { count: answer.refused.length }) });
        return null;
      }}
      width="64rem"
    >
      <PasteLines people={people} fill={fill} />
      <table className={classes.lines}>
        <caption>{t("lines")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("who")}</th>
            <th scope="col">{t("meeting")}</th>
            <th scope="col">{t("passcode")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one, at) => (
            <LinkRow key={one.id} person={one} at={at} fillDown={fillDown} />
          ))}
        </tbody>
      </table>
      <Choice
        name="waitingRoom"
        label={t("waitingRoom")}
        inline
        of={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
        missing={t("waitingRoomMissing")}
      />
      <p>{t("means", { count: filled, left: people.length - filled, platform })}</p>
    </DeskForm>
  );

  function fill(ownerId: string, line: Line) {
    fillDown(
      people.findIndex(({ id }) => id === ownerId),
      [line],
    );
  }

  /** Fills the lines from this one downwards, as a column of a table is pasted. */
  function fillDown(from: number, given: readonly Line[]) {
    for (const [index, { meeting, passcode }] of given.entries()) {
      if (from + index >= people.length) return;
      typed.setValue(`rooms.${from + index}.meeting`, meeting, { shouldDirty: true });
      typed.setValue(`rooms.${from + index}.passcode`, passcode, { shouldDirty: true });
      typed.clearErrors(`rooms.${from + index}`);
    }
  }
}
