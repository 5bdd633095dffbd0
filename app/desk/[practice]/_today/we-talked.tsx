"use client";

import { useTranslations } from "next-intl";
import type { Done } from "@/app/desk/_kit/done-line";
import { Choice, Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { concludeConversationInput } from "@/lib/conversations/input";
import { type About, outcomesAbout } from "@/lib/conversations/rules";
import { concludeAction } from "./actions";

const endings = {
  question: outcomesAbout.question.map((value) => [value, `question.${value}`] as const),
  wish: outcomesAbout.wish.map((value) => [value, `wish.${value}`] as const),
};

/** Behind one button, how the conversation ended. Nothing is ticked beforehand. */
export function WeTalked(props: { practice: string; conversationIds: string[]; about: About; done: Done }) {
  const { practice, conversationIds, about, done } = props;
  const t = useTranslations("conversations.form");
  return (
    <DeskForm
      action={concludeAction.bind(null, practice)}
      schema={concludeConversationInput}
      fields={{ conversationIds }}
      open={t("button")}
      save={t("save")}
      cancel={t("cancel")}
      done={done}
    >
      {conversationIds.length > 1 && <p>{t("together", { count: conversationIds.length })}</p>}
      <Choice
        name="outcome"
        label={t("outcome")}
        of={endings[about].map(([value, label]) => ({ value, label: t(label) }))}
        missing={t("outcomeMissing")}
      />
      <Field name="note" label={t("note")} hint={t("noteHint")} multiline maxLength={2_000} />
    </DeskForm>
  );
}
