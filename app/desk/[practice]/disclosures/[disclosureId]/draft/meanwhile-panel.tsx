"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { languages } from "@/lib/languages";
import classes from "./draft.module.css";
import type { Meanwhile } from "./use-autosave";

type Props = { theirs: Meanwhile; mine: DraftContent; onMine: () => void; onTheirs: () => void };

/** Two people wrote: each text can be looked at, and one of them goes on. Neither is gone until then. */
export function MeanwhilePanel({ theirs, mine, onMine, onTheirs }: Props) {
  const t = useTranslations("drafts.meanwhile");
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="meanwhile" className={classes.meanwhile}>
      <h2 id="meanwhile">{t("title", { name: theirs.savedBy.name, at: theirs.savedAt })}</h2>
      <p>{t("words")}</p>
      <div className={classes.both}>
        <Side heading={t("theirs", { name: theirs.savedBy.name })} content={theirs.content} />
        <Side heading={t("mine")} content={mine} />
      </div>
      <Group>
        <Button variant="default" onClick={onTheirs}>
          {t("takeTheirs", { name: theirs.savedBy.name })}
        </Button>
        <Button variant="default" onClick={onMine}>
          {t("takeMine")}
        </Button>
      </Group>
    </section>
  );
}

function Side({ heading, content }: { heading: string; content: DraftContent }) {
  const t = useTranslations("drafts");
  return (
    <div>
      <h3>{heading}</h3>
      {languages.map((language) => {
        const text = content.texts[language];
        return (
          text && (
            <details key={language}>
              <summary>{t(`language.${language}`)}</summary>
              <div lang={language} className={classes.plain}>
                <p>
                  <strong>{text.title}</strong>
                </p>
                <p>{text.inShort}</p>
                <p>{text.body}</p>
                {content.items.map((item, at) => (
                  <p key={item.key}>
                    {at + 1}. {Object.values(item.texts[language]).filter(Boolean).join(" ")}
                  </p>
                ))}
              </div>
            </details>
          )
        );
      })}
    </div>
  );
}
