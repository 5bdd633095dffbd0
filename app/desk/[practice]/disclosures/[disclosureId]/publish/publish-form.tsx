"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useController } from "react-hook-form";
import { none } from "@/app/desk/_kit/fields";
import { DeskForm, useTyped } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { publishDraftInput } from "@/lib/disclosures/input";
import { routes } from "@/lib/routes";
import { publishAction } from "./actions";
import { AffectedPart } from "./affected-part";
import { ChangePart } from "./change-part";
import { asInput, type Choices, firstChoices, type Sheet } from "./choices";
import { DaysPart } from "./days-part";
import type { Preview, Published } from "./preview";
import { besideField, problemsIn } from "./problems";
import { TextsPart } from "./texts-part";
import { TrialButton } from "./trial-button";
import { usePreview } from "./use-preview";

/** The choices, then whom they affect; one press publishes what is shown. */
export function PublishForm(props: {
  practice: string;
  disclosureId: string;
  page: Sheet;
  /** What each language would say otherwise than before. */
  children: ReactNode;
}) {
  const { practice, disclosureId, page } = props;
  const t = useTranslations("publish.form");
  const words = useTranslations("formRefusals");
  const [search, setSearch] = useState("");
  const fields = {
    disclosureId,
    revision: page.revision,
    earlier: null,
    earlierUntil: null,
    ...(page.isFirst && { change: "material", summaries: {} }),
  };
  const publish = publishAction.bind(null, practice);
  const typed = useTyped(publishDraftInput, fields);
  const { control } = typed;
  useController({ control, name: "saidOtherwise", defaultValue: none });
  useController({ control, name: "leftOut", defaultValue: none });
  useController({ control, name: "unread", defaultValue: none });
  const choices: Choices = { ...firstChoices(page), ...typed.watch() };
  const input = asInput(choices, disclosureId, page);
  const { preview, setPreview, again, problem, isStale } = usePreview(practice, input, search);
  const problems = problemsIn(preview?.problems ?? []);
  const asks = choices.change === "material" && !page.isFirst;

  return (
    <DeskForm
      typed={typed}
      action={publish}
      fields={fields}
      save={
        asks
          ? t("publishAndAsk", { count: preview?.affected.total ?? 0 })
          : t("publish", { number: page.number })
      }
      waits={isStale}
      beside={<TrialButton practice={practice} disclosureId={disclosureId} />}
      cancel={t("cancel")}
      back={routes.disclosure(practice, disclosureId)}
      done={(_, answer) => ("refused" in answer ? stand(answer.refused) : said(answer.published))}
      width="44rem"
    >
      <TextsPart
        practice={practice}
        disclosureId={disclosureId}
        page={page}
        choices={choices}
        problems={problems}
        again={again}
        change={change}
      />
      {props.children}
      {!page.isFirst && <ChangePart page={page} choices={choices} />}
      <DaysPart page={page} choices={choices} preview={preview} />
      {preview && choices.change && !page.isFirst && (
        <AffectedPart preview={preview} asks={asks} search={search} look={setSearch} isStale={isStale} />
      )}
      {problem && (
        <p role="alert" className={tones.alarm}>
          {problem}
        </p>
      )}
      <p className={tones.quiet}>{t("forGood")}</p>
    </DeskForm>
  );

  function change(changed: Partial<Choices>) {
    for (const [name, value] of Object.entries(changed)) typed.setValue(name, value, { shouldDirty: true });
  }

  /** Every refusal at its place; of several about one field the first. */
  function stand(refused: Preview) {
    setPreview(refused);
    typed.setError("root", { message: words("check-fields") });
    for (const { field, sentence } of besideField(refused.problems).toReversed())
      typed.setError(field, { message: sentence });
    return null;
  }

  function said({ number, asked, effective, leaves }: Published) {
    const told = { words: t("done", { number, effective, count: asked, leaves: leaves ?? "" }) };
    const goTo = routes.disclosure(practice, disclosureId);
    if (asked === 0) return { ...told, goTo };
    return { ...told, goTo, next: { href: routes.campaign(practice, disclosureId), label: t("toCampaign") } };
  }
}
