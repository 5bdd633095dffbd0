"use client";

import { useTranslations } from "next-intl";
import { Choice, Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { Sentence } from "@/app/desk/_kit/name";
import { assignRoomInput } from "@/lib/rooms/input";
import { assignRoomAction } from "./actions";

type Props = {
  practice: string;
  /** Whose room, on which platform, and which room it replaces. */
  fields: Record<string, string>;
  platform: string;
  name: string;
  /** What speaks against it, read before it is saved all the same. */
  consequence: string | null;
};

/** Behind one button, a meeting of their own: its link or number, its passcode, and who lets people in. */
export function RoomForm({ practice, fields, platform, name, consequence }: Props) {
  const t = useTranslations("rooms.form");
  const replaces = fields.replaces !== undefined;
  return (
    <DeskForm
      action={assignRoomAction.bind(null, practice)}
      schema={assignRoomInput}
      fields={fields}
      open={t(replaces ? "replace" : "assign")}
      about={t(replaces ? "replaceOn" : "assignOn", { platform })}
      save={t(consequence ? "saveAllTheSame" : replaces ? "saveReplacing" : "save")}
      cancel={t("cancel")}
      done={{ words: t(replaces ? "replaced" : "assigned", { platform, name }) }}
    >
      {consequence && (
        <p>
          <Sentence>{consequence}</Sentence>
        </p>
      )}
      {replaces && <p>{t("replaceMeans", { platform })}</p>}
      <Field name="meeting" label={t("meeting")} hint={t("meetingHint")} multiline />
      <Field name="passcode" label={t("passcode")} hint={t("passcodeHint")} maxLength={100} />
      <Choice
        name="waitingRoom"
        label={t("waitingRoom")}
        inline
        of={(["yes", "no"] as const).map((value) => ({ value, label: t(value) }))}
        missing={t("waitingRoomMissing")}
      />
    </DeskForm>
  );
}
