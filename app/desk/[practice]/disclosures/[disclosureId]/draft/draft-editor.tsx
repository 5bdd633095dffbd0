"use client";

import { Tabs } from "@mantine/core";
import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useReducer, useRef, useState } from "react";
import { NeedsScripts } from "@/app/desk/_kit/needs-scripts";
import { useUnsaved } from "@/app/desk/_kit/unsaved";
import type { FoundInDraft } from "@/lib/drafts/draft-checks";
import { type Language, languages } from "@/lib/languages";
import { ChecksPanel } from "./checks-panel";
import classes from "./draft.module.css";
import { DraftHead } from "./draft-head";
import { appendBlocks, replaceSentence } from "./edit-text";
import { LanguageFields } from "./language-fields";
import { LanguageState } from "./language-state";
import { MeanwhilePanel } from "./meanwhile-panel";
import { MonthsField } from "./months-field";
import { changed, type Loaded, type Place } from "./state";
import { useAutosave } from "./use-autosave";

/** The draft of the next version: written in each language, saved by itself, looked over while it grows. */
export function DraftEditor({ place, loaded }: { place: Place; loaded: Loaded }) {
  const t = useTranslations("drafts");
  const [start, setStart] = useState(loaded);
  const [content, change] = useReducer(changed, loaded.content);
  const [language, setLanguage] = useState<Language>("en");
  const editors = useRef<Partial<Record<Language, Editor>>>({});
  const { saving, checks, setChecks, meanwhile, save, goOnFrom, isSaved, seen } = useAutosave(
    place,
    content,
    loaded,
  );
  const leaveOnPurpose = useUnsaved(!isSaved);
  const title = content.texts[language]?.title || content.texts.en?.title || t("untitled");

  function use(promise: FoundInDraft, replacement: string) {
    const { place: where, sentence } = promise;
    const put = (words = "") => words.replace(sentence, () => replacement);
    if ("item" in where) {
      const item = content.items.find(({ key }) => key === where.item);
      const words = put(item?.texts[language][where.field]);
      change({ do: "use-words", key: where.item, language, change: { [where.field]: words } });
    } else if (where.field !== "body") {
      change({
        do: "text",
        language,
        change: { [where.field]: put(content.texts[language]?.[where.field]) },
      });
    } else {
      const editor = editors.current[language];
      if (editor) replaceSentence(editor, promise, replacement);
    }
  }

  return (
    <>
      <DraftHead
        place={place}
        title={title}
        number={loaded.nextNumber}
        language={language}
        saving={saving}
        save={save}
        seen={seen}
        leaveOnPurpose={leaveOnPurpose}
      />
      {meanwhile && (
        <MeanwhilePanel
          theirs={meanwhile}
          mine={content}
          onMine={() => {
            goOnFrom(meanwhile, "mine");
            change({ do: "take", content: { ...content } });
          }}
          onTheirs={() => {
            goOnFrom(meanwhile, "theirs");
            change({ do: "take", content: meanwhile.content });
            setStart(meanwhile);
          }}
        />
      )}
      <NeedsScripts>
        {" "}
        <div className={classes.columns}>
          <Tabs
            value={language}
            onChange={(value) => setLanguage(value === "es" ? "es" : "en")}
            className={classes.text}
          >
            <Tabs.List aria-label={t("languages")}>
              {languages.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`language.${one}`)}{" "}
                  <LanguageState checks={checks[one]} begun={content.texts[one] !== null} />
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {languages.map((one) => (
              <Tabs.Panel key={one} value={one} keepMounted>
                <LanguageFields
                  // What somebody else wrote is another text: the editor begins again with it.
                  key={start.revision}
                  language={one}
                  content={content}
                  doc={start.docs[one]}
                  claims={start.claims}
                  change={change}
                  onReady={(editor) => {
                    editors.current[one] = editor;
                  }}
                />
              </Tabs.Panel>
            ))}
            <MonthsField months={content.answersLastMonths} change={change} />
          </Tabs>
          <ChecksPanel
            place={place}
            language={language}
            checks={checks[language]}
            isSaved={isSaved}
            onReviewed={setChecks}
            onInsert={(blocks) => {
              const editor = editors.current[language];
              if (editor) appendBlocks(editor, blocks);
            }}
            onUse={use}
          />
        </div>
      </NeedsScripts>
    </>
  );
}
