"use client";

import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { noteFactAction } from "@/app/desk/[practice]/platforms/actions";
import { useFields } from "@/app/desk/[practice]/platforms/use-fields";
import { type Language, languages } from "@/lib/languages";
import type { FactKey, FactSource, FactValue } from "@/lib/platforms/facts";

type Props = {
  practice: string;
  platformId: string;
  factKey: FactKey;
  title: string;
  values: readonly FactValue[];
  sources: readonly FactSource[];
  today: string;
  /** What the fact says now, to be kept or changed. */
  words: Record<Language, string>;
  link: string;
};

/** Behind one button, what is known from now on. Nothing is ticked beforehand; the words that stand are kept. */
export function NoteForm(props: Props) {
  const { practice, platformId, factKey, title, values, sources, today } = props;
  const t = useTranslations("deskForms.platforms");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [value, choose] = useState("");
  const [source, come] = useState("");
  const { submit, isPending, typed, times, errorAt, message } = useFields(practice, noteFactAction, () => {
    open(false);
    choose("");
    come("");
    tell({ words: t("noted", { fact: title }) });
  });
  if (!isOpen) {
    return (
      <Button
        variant="default"
        size="compact-md"
        aria-label={t("noteAbout", { fact: title })}
        onClick={() => open(true)}
      >
        {t("note")}
      </Button>
    );
  }
  const field = (name: string, otherwise = "") => ({
    name,
    defaultValue: typed[name] ?? otherwise,
    error: errorAt(name),
  });
  return (
    <form action={submit} noValidate aria-label={t("noteAbout", { fact: title })}>
      <input type="hidden" name="platformId" value={platformId} />
      <input type="hidden" name="key" value={factKey} />
      <Stack maw="34rem" py="xs" gap="sm">
        <Radio.Group
          key={`value-${times}`}
          name="value"
          label={t("value")}
          value={value}
          onChange={choose}
          error={errorAt("value") && t("valueMissing")}
        >
          <Group mt={4} gap="md">
            {values.map((one) => (
              <Radio key={one} value={one} label={t(`values.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        {value !== "unknown" && (
          <Radio.Group
            key={`source-${times}`}
            name="source"
            label={t("source")}
            value={source}
            onChange={come}
            error={errorAt("source") && t("sourceMissing")}
          >
            <Stack mt={4} gap={4}>
              {sources.map((one) => (
                <Radio key={one} value={one} label={t(`sources.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {value !== "unknown" && source === "opinion" ? (
          <TextInput label={t("sourceName")} maxLength={120} {...field("sourceName")} />
        ) : (
          <input type="hidden" name="sourceName" value="" />
        )}
        <TextInput type="date" label={t("checkedOn")} max={today} {...field("checkedOn", today)} />
        {factKey === "vendor-agreement" && value !== "unknown" && value !== "no" ? (
          <TextInput
            type="date"
            label={t("goodUntil")}
            description={t("goodUntilHint")}
            {...field("goodUntil")}
          />
        ) : (
          <input type="hidden" name="goodUntil" value="" />
        )}
        <p className={list.quiet}>{t("wordsHint")}</p>
        {languages.map((language) => (
          <TextInput
            key={language}
            lang={language}
            label={t(`words.${language}`)}
            maxLength={300}
            {...field(`words.${language}`, props.words[language])}
          />
        ))}
        <TextInput type="url" label={t("link")} description={t("linkHint")} {...field("link", props.link)} />
        <Group>
          <Button type="submit" loading={isPending}>
            {t("saveFact")}
          </Button>
          <Button variant="subtle" onClick={() => open(false)}>
            {t("cancel")}
          </Button>
          <span role="status" className={list.alarm}>
            {message}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
