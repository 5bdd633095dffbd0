"use client";

import { NativeSelect, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { DraftItem } from "@/lib/drafts/draft-content";
import type { Language } from "@/lib/languages";
import classes from "./draft.module.css";
import type { Change } from "./state";

type Props = { language: Language; item: DraftItem; change: (change: Change) => void };

const yesNo = { yes: true, no: false } as const;

/** One use in the order patients read it; the facts hold in every language and become prepared sentences. */
export function UseFields({ language, item, change }: Props) {
  const t = useTranslations("drafts.uses");
  const words = item.texts[language];
  const put = (put: Partial<typeof words>) =>
    change({ do: "use-words", key: item.key, language, change: put });
  const note = (put: Partial<DraftItem>) => change({ do: "use", key: item.key, change: put });
  const area = (field: Exclude<keyof typeof words, "label">) => (
    <Textarea
      label={t(field)}
      lang={language}
      maxLength={600}
      autosize
      minRows={1}
      value={words[field]}
      onChange={({ currentTarget }) => put({ [field]: currentTarget.value })}
    />
  );
  const choice = (
    label: string,
    value: boolean | null,
    yes: string,
    no: string,
    set: (value: boolean | null) => void,
  ) => (
    <NativeSelect
      label={label}
      value={value === null ? "" : value ? "yes" : "no"}
      onChange={({ currentTarget: { value: chosen } }) =>
        set(chosen === "yes" || chosen === "no" ? yesNo[chosen] : null)
      }
      data={[
        { value: "", label: t("notSaid") },
        { value: "yes", label: yes },
        { value: "no", label: no },
      ]}
    />
  );
  return (
    <Stack gap="sm">
      <TextInput
        label={t("label")}
        lang={language}
        maxLength={300}
        value={words.label}
        onChange={({ currentTarget }) => put({ label: currentTarget.value })}
      />
      {area("whatFor")}
      {area("whoSees")}
      <div className={classes.facts}>
        <NumberInput
          size="md"
          label={t("mostViewers")}
          min={1}
          max={100_000}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={item.mostViewers ?? ""}
          onChange={(value) => note({ mostViewers: typeof value === "number" ? value : null })}
        />
        {choice(t("outside"), item.leavesPractice, t("outsideYes"), t("outsideNo"), (leavesPractice) =>
          note({ leavesPractice }),
        )}
      </div>
      {area("where")}
      {area("until")}
      {area("copy")}
      <div className={classes.facts}>
        {choice(t("copyFact"), item.copyForPatient, t("copyYes"), t("copyNo"), (copyForPatient) =>
          note({ copyForPatient }),
        )}
        <NativeSelect
          label={t("answer")}
          value={item.required ? "required" : "optional"}
          onChange={({ currentTarget }) => note({ required: currentTarget.value === "required" })}
          data={[
            { value: "required", label: t("required") },
            { value: "optional", label: t("optional") },
          ]}
        />
      </div>
    </Stack>
  );
}
