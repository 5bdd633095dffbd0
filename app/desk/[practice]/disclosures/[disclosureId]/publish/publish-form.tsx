"use client";

import { Alert, Button, Group, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { NeedsScripts } from "@/app/desk/_kit/needs-scripts";
import { tellNext } from "@/app/desk/_kit/told";
import tones from "@/app/desk/_kit/tones.module.css";
import { useUnsaved } from "@/app/desk/_kit/unsaved";
import { routes } from "@/lib/routes";
import { publishAction } from "./actions";
import { AffectedPart } from "./affected-part";
import { ChangePart } from "./change-part";
import { asInput, type Choices, firstChoices, type Sheet } from "./choices";
import { DaysPart } from "./days-part";
import type { Published } from "./preview";
import { TextsPart } from "./texts-part";
import { TrialButton } from "./trial-button";
import { usePreview } from "./use-preview";
import { useProblems } from "./use-problems";

/** The choices, then whom they affect; one press publishes what is shown. */
export function PublishForm(props: { practice: string; disclosureId: string; page: Sheet }) {
  const { practice, disclosureId, page } = props;
  const t = useTranslations("publish.form");
  const words = useTranslations("formRefusals");
  const [choices, choose] = useState(() => firstChoices(page));
  const [search, look] = useState("");
  const [isTried, tryIt] = useState(false);
  const [isChanged, change] = useState(false);
  const [refusal, refuse] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const input = asInput(choices, disclosureId, page);
  const { preview, show, problem, isStale } = usePreview(practice, input, search);
  const problems = useProblems(preview?.problems ?? [], choices, isTried);
  const leave = useUnsaved(isChanged);
  const asks = choices.change === "material" && !page.isFirst;
  const update = (changed: Partial<Choices>) => {
    choose((before) => ({ ...before, ...changed }));
    change(true);
    refuse(null);
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <NeedsScripts>
        <Stack maw="44rem" gap="lg">
          <TextsPart {...{ practice, disclosureId, page, choices, problems }} change={update} />
          {!page.isFirst && <ChangePart page={page} choices={choices} change={update} problems={problems} />}
          <DaysPart page={page} choices={choices} change={update} problems={problems} preview={preview} />
          {preview && choices.change && !page.isFirst && (
            <AffectedPart preview={preview} asks={asks} search={search} look={look} isStale={isStale} />
          )}
          {(refusal ?? problem) && (
            <Alert role="alert" color="gray" variant="outline">
              {refusal ?? problem}
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={isPending || isStale}>
              {asks
                ? t("publishAndAsk", { count: preview?.affected.total ?? 0 })
                : t("publish", { number: page.number })}
            </Button>
            <TrialButton practice={practice} disclosureId={disclosureId} />
            <a href={routes.disclosure(practice, disclosureId)} onClick={leave}>
              {t("cancel")}
            </a>
          </Group>
          <p className={tones.quiet}>{t("forGood")}</p>
        </Stack>
      </NeedsScripts>
    </form>
  );

  function submit(event: React.FormEvent) {
    event.preventDefault();
    tryIt(true);
    if (problems.local) return complain(words("check-fields"));
    start(async () => {
      const state = await publishAction(practice, input);
      if (!state) return;
      if (!state.ok) return complain(state.message);
      if ("published" in state.value) return finish(state.value.published);
      show(state.value.refused);
      complain(words("check-fields"));
    });
  }

  function complain(message: string) {
    refuse(message);
    // After the sentences stand beside their fields.
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  function finish({ number, asked, effective, leaves }: Published) {
    const next = { href: routes.campaign(practice, disclosureId), label: t("toCampaign") };
    const said = t("done", { number, effective, count: asked, leaves: leaves ?? "" });
    tellNext(asked > 0 ? { words: said, next } : { words: said });
    leave();
    location.assign(routes.disclosure(practice, disclosureId));
  }
}
