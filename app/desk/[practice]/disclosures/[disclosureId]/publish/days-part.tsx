"use client";

import { Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Choice, Field } from "@/app/desk/_kit/fields";
import type { Choices, Sheet } from "./choices";
import type { Preview } from "./preview";
import classes from "./publish.module.css";

type Props = { page: Sheet; choices: Choices; preview: Preview | null };

/** From when it counts, until when earlier answers do, and when to look at it again. */
export function DaysPart({ page, choices, preview }: Props) {
  const t = useTranslations("publish.form");
  const { day, reviewBy } = page;
  const asks = choices.change === "material" && !page.isFirst;
  const ending =
    choices.earlier === "end" && preview
      ? t("earlierEndHint", { count: preview.affected.total, day: preview.effective })
      : null;
  return (
    <section className={classes.part}>
      <Stack gap="md">
        <Field
          name="effectiveOn"
          type="date"
          label={t("effectiveOn")}
          hint={t("effectiveOnHint")}
          first={day}
          min={day}
        />
        {asks && (
          <Choice
            name="earlier"
            label={t("earlier")}
            of={[
              { value: "until", label: t("earlierUntil") },
              { value: "end", label: t("earlierEnd"), description: ending },
            ]}
          />
        )}
        {asks && choices.earlier === "until" && (
          <Field name="earlierUntil" type="date" label={t("earlierDay")} min={choices.effectiveOn || day} />
        )}
        <Field
          name="reviewBy"
          type="date"
          label={t("reviewBy")}
          hint={t("reviewByHint")}
          first={reviewBy}
          min={day}
        />
      </Stack>
    </section>
  );
}
