"use client";

import { Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";

/** Why somebody who said no, or asked not to be asked, is asked once more. */
export function OnceMore({ note, write }: { note: string; write: (note: string) => void }) {
  const t = useTranslations("requests.leaving");
  return (
    <Textarea
      label={t("note")}
      description={t("noteHint")}
      value={note}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      maxLength={500}
      autosize
      minRows={2}
    />
  );
}
