"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { notePersonalMeetingAction } from "@/app/desk/[practice]/_rooms/actions";
import { notePersonalMeetingInput } from "@/lib/rooms/input";

/** One's own meeting, by its link or its number. */
export function PersonalMeetingForm({ practice }: { practice: string }) {
  const t = useTranslations("rooms.form.personal");
  return (
    <DeskForm
      action={notePersonalMeetingAction.bind(null, practice)}
      schema={notePersonalMeetingInput}
      open={t("button")}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("done") }}
    >
      <Field name="meeting" label={t("meeting")} hint={t("hint")} multiline />
    </DeskForm>
  );
}
