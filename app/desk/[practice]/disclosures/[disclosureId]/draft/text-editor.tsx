"use client";

import { RichTextEditor } from "@mantine/tiptap";
import "@mantine/tiptap/styles.css";
import { type Editor, useEditor } from "@tiptap/react";
import { getNonce } from "get-nonce";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import type { Language } from "@/lib/languages";
import type { PasteRefusal } from "@/lib/markdown/clean-paste";
import { markdownOf, type RichNode } from "@/lib/markdown/rich-markdown";
import type { ClaimState } from "@/lib/safeguards/claims";
import { ClaimMenu } from "./claim-menu";
import classes from "./draft.module.css";
import { extensions } from "./extensions";
import { pasting } from "./pasting";

type Props = {
  language: Language;
  label: string;
  doc: RichNode;
  claims: readonly ClaimState[];
  onWritten: (markdown: string) => void;
  onReady: (editor: Editor) => void;
};

/** The body of a text as it will look, kept as Markdown. */
export function TextEditor({ language, label, doc, claims, onWritten, onReady }: Props) {
  const t = useTranslations("drafts.editor");
  const refusals = useTranslations("formRefusals");
  const [refused, setRefused] = useState<PasteRefusal | null>(null);
  const editor = useEditor({
    extensions,
    content: doc,
    immediatelyRender: false,
    shouldRerenderOnTransaction: true,
    injectNonce: getNonce(),
    onUpdate: ({ editor: written }) => {
      setRefused(null);
      onWritten(markdownOf(asRich(written)));
    },
    editorProps: {
      ...pasting(setRefused),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": `leave-${language}`,
        lang: language,
        class: `reading ${classes.writing}`,
      },
      // Tab goes on to the next field, as everywhere; lists and tables would keep it.
      handleDOMEvents: { keydown: (_, event) => event.key === "Tab" },
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is handed on once, when it is there
  useEffect(() => {
    if (editor) onReady(editor);
  }, [editor]);
  return (
    <div className={classes.field}>
      <span aria-hidden className={classes.label}>
        {label}
      </span>
      <RichTextEditor editor={editor} labels={labelsOf(t)} withTypographyStyles={false}>
        <RichTextEditor.Toolbar role="toolbar" aria-label={t("toolbar")}>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.H2 />
            <RichTextEditor.H3 />
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
            <RichTextEditor.Link />
            <RichTextEditor.Unlink />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            {editor?.isActive("table") ? (
              <>
                <RichTextEditor.TableRowAfter />
                <RichTextEditor.TableRowDelete />
                <RichTextEditor.TableColumnAfter />
                <RichTextEditor.TableColumnDelete />
                <RichTextEditor.TableDelete />
              </>
            ) : (
              <RichTextEditor.TableInsert />
            )}
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </RichTextEditor.ControlsGroup>
          {editor && <ClaimMenu editor={editor} language={language} claims={claims} />}
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content />
      </RichTextEditor>
      <p role="alert" className={tones.alarm}>
        {refused && refusals(refused)}
      </p>
      <p id={`leave-${language}`} className={classes.hint}>
        {t("hint")}
      </p>
    </div>
  );
}

/** Safe because the schema above holds no node or mark but those the bridge knows. */
function asRich(editor: Editor): RichNode {
  return editor.getJSON() as RichNode;
}

function labelsOf(t: ReturnType<typeof useTranslations<"drafts.editor">>) {
  return {
    boldControlLabel: t("bold"),
    italicControlLabel: t("italic"),
    h2ControlLabel: t("heading"),
    h3ControlLabel: t("smallHeading"),
    bulletListControlLabel: t("bullets"),
    orderedListControlLabel: t("numbers"),
    linkControlLabel: t("link"),
    unlinkControlLabel: t("unlink"),
    undoControlLabel: t("undo"),
    redoControlLabel: t("redo"),
    linkEditorInputLabel: t("address"),
    linkEditorInputPlaceholder: t("addressHint"),
    linkEditorExternalLink: t("newTab"),
    linkEditorInternalLink: t("sameTab"),
    linkEditorSave: t("saveLink"),
    tableInsertControlLabel: t("table"),
    tableInsertLabel: (columns: number, rows: number) => t("tableSize", { columns, rows }),
    tableRowAfterControlLabel: t("addRow"),
    tableRowDeleteControlLabel: t("removeRow"),
    tableColumnAfterControlLabel: t("addColumn"),
    tableColumnDeleteControlLabel: t("removeColumn"),
    tableDeleteControlLabel: t("removeTable"),
  };
}
