"use client";

import { Button, Stack, Textarea, TextInput } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import type { DraftContent } from "@/lib/drafts/draft-content";
import type { Language } from "@/lib/languages";
import type { RichNode } from "@/lib/markdown/rich-markdown";
import type { ClaimState } from "@/lib/safeguards/claims";
import type { Change } from "./state";
import { TextEditor } from "./text-editor";
import { Uses } from "./uses";

type Props = {
  language: Language;
  content: DraftContent;
  doc: RichNode;
  claims: readonly ClaimState[];
  change: (change: Change) => void;
  onReady: (editor: Editor) => void;
};

/** One language of the draft, in the order patients read it. */
export function LanguageFields({ language, content, doc, claims, change, onReady }: Props) {
  const t = useTranslations("drafts");
  const text = content.texts[language];
  if (!text) {
    return (
      <Stack py="md" align="flex-start">
        <p>{t("notBegun", { language: t(`language.${language}`) })}</p>
        <Button variant="default" onClick={() => change({ do: "begin", language })}>
          {t("begin", { language: t(`language.${language}`) })}
        </Button>
      </Stack>
    );
  }
  const put = (put: Partial<typeof text>) => change({ do: "text", language, change: put });
  return (
    <Stack py="md" gap="md">
      <TextInput
        label={t("titleLabel")}
        lang={language}
        maxLength={120}
        value={text.title}
        onChange={({ currentTarget }) => put({ title: currentTarget.value })}
      />
      <Textarea
        label={t("inShort")}
        description={t("inShortHint")}
        lang={language}
        maxLength={400}
        autosize
        minRows={2}
        value={text.inShort}
        onChange={({ currentTarget }) => put({ inShort: currentTarget.value })}
      />
      <TextEditor
        language={language}
        label={t("body")}
        doc={doc}
        claims={claims}
        onWritten={(body) => body !== text.body && put({ body })}
        onReady={onReady}
      />
      <Uses language={language} items={content.items} change={change} />
      <Textarea
        label={t("sayAloud")}
        description={t("sayAloudHint")}
        lang={language}
        maxLength={400}
        autosize
        minRows={2}
        value={text.sayAloud}
        onChange={({ currentTarget }) => put({ sayAloud: currentTarget.value })}
      />
    </Stack>
  );
}
