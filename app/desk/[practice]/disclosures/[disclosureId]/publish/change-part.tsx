"use client";

import { Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Choice, Field } from "@/app/desk/_kit/fields";
import type { Choices, Sheet } from "./choices";
import classes from "./publish.module.css";

/** Whether it changes what people agreed to, and what it changes, in the words patients read. */
export function ChangePart({ page, choices }: { page: Sheet; choices: Choices }) {
  const t = useTranslations("publish.form");
  const published = page.written.filter(({ language }) => !choices.leftOut.includes(language));
  return (
    <section className={classes.part}>
      <Stack gap="md">
        <Choice
          name="change"
          label={t("change")}
          of={[
            { value: "editorial", label: t("editorial"), description: t("editorialHint") },
            { value: "material", label: t("material"), description: t("materialHint") },
          ]}
        />
        {published.map(({ language }) => (
          <Field
            key={language}
            name={`summaries.${language}`}
            lang={language}
            label={t("summary", { language })}
            hint={t("summaryHint")}
            multiline
            maxLength={1_000}
          />
        ))}
      </Stack>
    </section>
  );
}
