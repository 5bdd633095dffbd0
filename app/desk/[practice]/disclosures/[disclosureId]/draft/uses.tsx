"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { DraftItem } from "@/lib/drafts/draft-content";
import type { Language } from "@/lib/languages";
import classes from "./draft.module.css";
import type { Change } from "./state";
import { UseFields } from "./use-fields";

type Props = { language: Language; items: DraftItem[]; change: (change: Change) => void };

/** The uses that each take an answer of their own; adding, removing and moving one does so in every language. */
export function Uses({ language, items, change }: Props) {
  const t = useTranslations("drafts.uses");
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");

  function move(item: DraftItem, at: number, by: -1 | 1) {
    change({ do: "move-use", key: item.key, by });
    setSaid(t("movedTo", { position: at + by + 1, total: items.length }));
  }

  function remove(item: DraftItem, at: number) {
    change({ do: "remove-use", key: item.key });
    setSaid(t("removed", { position: at + 1 }));
    list.current?.focus();
  }

  return (
    <section aria-labelledby={`uses-${language}`} className={classes.uses}>
      <h2 id={`uses-${language}`}>{t("title")}</h2>
      <p className={classes.hint}>{t("hint")}</p>
      <div ref={list} tabIndex={-1}>
        {items.map((item, at) => (
          <fieldset key={item.key} className={classes.use}>
            <legend>{t("use", { position: at + 1 })}</legend>
            <UseFields language={language} item={item} change={change} />
            <Group gap="xs" mt="sm">
              <Button
                variant="default"
                size="compact-md"
                disabled={at === 0}
                aria-label={t("upOf", { position: at + 1 })}
                onClick={() => move(item, at, -1)}
              >
                {t("up")}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                disabled={at === items.length - 1}
                aria-label={t("downOf", { position: at + 1 })}
                onClick={() => move(item, at, 1)}
              >
                {t("down")}
              </Button>
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={t("removeOf", { position: at + 1 })}
                onClick={() => remove(item, at)}
              >
                {t("remove")}
              </Button>
            </Group>
          </fieldset>
        ))}
      </div>
      <span role="status" className={classes.hint}>
        {said}
      </span>
      <Button variant="default" onClick={() => change({ do: "add-use", key: newKey() })}>
        {t("add")}
      </Button>
    </section>
  );
}

/** Never a key of an earlier version: an answer to that one would count for this. */
function newKey() {
  return `use-${crypto.randomUUID().slice(0, 8)}`;
}
