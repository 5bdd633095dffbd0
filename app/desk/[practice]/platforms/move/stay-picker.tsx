"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { none, useField } from "@/app/desk/_kit/fields";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { textMatcher } from "@/lib/patients/fold-text";
import classes from "./move.module.css";

type Person = { id: string; kind: "patient" | "group"; name: string };

const mostShown = 30;

/** Nobody is ticked beforehand. Of many, those who match what was typed, and always those who are ticked. */
export function StayPicker({ people, former }: { people: readonly Person[]; former: string }) {
  const t = useTranslations("moves");
  const label = t("stay", { former });
  const { field } = useField({ name: "staying", label }, none);
  const chosen = new Set<string>(field.value);
  const [search, setSearch] = useState("");
  const isFound = textMatcher(search);
  const matching = people.filter(({ name }) => isFound(name));
  const shown = new Set(matching.slice(0, mostShown).map(({ id }) => id));
  const listed = people.filter(({ id }) => shown.has(id) || chosen.has(id));
  return (
    <fieldset className={classes.part}>
      <legend>{label}</legend>
      <p className={tones.quiet}>{t("stayNote", { former, count: chosen.size })}</p>
      {people.length > mostShown && (
        <TextInput
          type="search"
          label={t("search")}
          value={search}
          maxLength={200}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      )}
      <ul className={classes.stay}>
        {listed.map(({ id, kind, name }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>
                <Name>{name}</Name>
                {kind === "group" && <span className={tones.quiet}> {t("group")}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {matching.length > mostShown && (
        <p className={tones.quiet}>{t("more", { shown: mostShown, count: matching.length })}</p>
      )}
      {matching.length === 0 && <p className={tones.quiet}>{t("nobodyFound")}</p>}
    </fieldset>
  );

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    field.onChange([...next]);
  }
}
