"use client";

import { Radio, Stack, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Change, Choices, Sheet } from "./choices";
import classes from "./publish.module.css";
import type { Problems } from "./use-problems";

type Props = { page: Sheet; choices: Choices; change: Change; problems: Problems };

/** Whether it changes what people agreed to, and what it changes, in the words patients read. */
export function ChangePart({ page, choices, change, problems }: Props) {
  const t = useTranslations("publish.form");
  const published = page.written.filter(({ language }) => !choices.leftOut.includes(language));
  return (
    <section className={classes.part}>
      <Stack gap="md">
        <Radio.Group
          label={t("change")}
          value={choices.change ?? ""}
          error={problems.at("change")[0]}
          onChange={(chosen) => change({ change: chosen === "material" ? "material" : "editorial" })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="editorial" label={t("editorial")} description={t("editorialHint")} />
            <Radio value="material" label={t("material")} description={t("materialHint")} />
          </Stack>
        </Radio.Group>
        {published.map(({ language }) => (
          <Textarea
            key={language}
            lang={language}
            label={t("summary", { language })}
            description={t("summaryHint")}
            autosize
            minRows={2}
            maxLength={1_000}
            value={choices.summaries[language]}
            error={problems.at(`summaries.${language}`)[0]}
            onChange={({ currentTarget }) =>
              change({ summaries: { ...choices.summaries, [language]: currentTarget.value } })
            }
          />
        ))}
      </Stack>
    </section>
  );
}
