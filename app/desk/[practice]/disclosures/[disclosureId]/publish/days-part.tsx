"use client";

import { Radio, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Change, Choices, Sheet } from "./choices";
import type { Preview } from "./preview";
import classes from "./publish.module.css";
import type { Problems } from "./use-problems";

type Props = {
  page: Sheet;
  choices: Choices;
  change: Change;
  problems: Problems;
  preview: Preview | null;
};

/** From when it counts, until when earlier answers do, and when to look at it again. */
export function DaysPart({ page, choices, change, problems, preview }: Props) {
  const t = useTranslations("publish.form");
  const day = (field: "effectiveOn" | "reviewBy" | "earlierUntil", least: string) => ({
    type: "date",
    min: least,
    value: choices[field],
    error: problems.at(field)[0],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      change({ [field]: currentTarget.value }),
  });
  return (
    <section className={classes.part}>
      <Stack gap="md">
        <TextInput
          label={t("effectiveOn")}
          description={t("effectiveOnHint")}
          {...day("effectiveOn", page.day)}
        />
        {choices.change === "material" && !page.isFirst && (
          <Radio.Group
            label={t("earlier")}
            value={choices.earlier ?? ""}
            error={problems.at("earlier")[0]}
            onChange={(chosen) => change({ earlier: chosen === "end" ? "end" : "until" })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="until" label={t("earlierUntil")} />
              {choices.earlier === "until" && (
                <TextInput
                  className={classes.inner}
                  label={t("earlierDay")}
                  {...day("earlierUntil", choices.effectiveOn || page.day)}
                />
              )}
              <Radio
                value="end"
                label={t("earlierEnd")}
                description={
                  choices.earlier === "end" && preview
                    ? t("earlierEndHint", { count: preview.affected.total, day: preview.effective })
                    : null
                }
              />
            </Stack>
          </Radio.Group>
        )}
        <TextInput label={t("reviewBy")} description={t("reviewByHint")} {...day("reviewBy", page.day)} />
      </Stack>
    </section>
  );
}
