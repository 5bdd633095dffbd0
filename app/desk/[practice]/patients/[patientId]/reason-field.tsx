import { Textarea } from "@mantine/core";
import { getTranslations } from "next-intl/server";

/** Why, in one's own words; who reads it stands beside it. */
export async function ReasonField({ label }: { label: string }) {
  const t = await getTranslations("desk.aftermath");
  return (
    <Textarea
      name="reason"
      label={label}
      description={t("reasonHint")}
      maxLength={1_000}
      autosize
      minRows={2}
    />
  );
}
