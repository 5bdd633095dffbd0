import { Menu } from "@mantine/core";
import { RichTextEditor } from "@mantine/tiptap";
import type { Editor } from "@tiptap/react";
import { useLocale, useTranslations } from "next-intl";
import { shownDay } from "@/app/desk/_kit/day";
import type { Language } from "@/lib/languages";
import type { ClaimState } from "@/lib/safeguards/claims";
import classes from "./draft.module.css";
import { insertClaim } from "./edit-text";

type Props = { editor: Editor; language: Language; claims: readonly ClaimState[] };

/** What the practice claims, each with where it stands, to be put where the cursor is. */
export function ClaimMenu({ editor, language, claims }: Props) {
  const t = useTranslations("drafts.claims");
  const locale = useLocale();
  const day = (one: string | null) => (one ? shownDay(one, locale) : "");
  return (
    <RichTextEditor.ControlsGroup>
      <Menu position="bottom-start" width={360} withinPortal={false} returnFocus={false}>
        <Menu.Target>
          <RichTextEditor.Control aria-label={t("insert")} className={classes.worded}>
            {t("insert")}
          </RichTextEditor.Control>
        </Menu.Target>
        <Menu.Dropdown className={classes.claims}>
          {claims.length === 0 && <Menu.Label>{t("none")}</Menu.Label>}
          {claims.map(({ key, words, word, checkedOn, since }) => (
            <Menu.Item key={key} onClick={() => insertClaim(editor, key, words?.[language] ?? key)}>
              <span lang={language}>{words?.[language]}</span>
              <br />
              <span className={classes.standing}>
                {t(word, { checked: day(checkedOn), since: day(since) })}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </RichTextEditor.ControlsGroup>
  );
}
