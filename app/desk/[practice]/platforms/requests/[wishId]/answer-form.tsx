"use client";

import { Button, Group, NativeSelect, Radio, Stack, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { type Language, languages } from "@/lib/languages";
import { answerWishAction } from "../actions";
import { DayFields } from "../day-fields";
import classes from "./request.module.css";

const decisions = ["yes", "trial", "talk", "not-possible"] as const;
type Decision = (typeof decisions)[number];

type Props = {
  practice: string;
  wishId: string;
  today: string;
  /** The platform that was named, where somebody may be put on it. */
  named: string;
  ways: { id: string; label: string }[];
  isTalking: boolean;
  theirs: Language;
  here: string;
  prepared: { language: Language; sentences: Record<string, string> }[];
  hindrances: { key: string; label: string }[];
  name: string;
};

/** Four buttons; each asks only what it needs. Nothing is chosen beforehand. */
export function AnswerForm(props: Props) {
  const { practice, wishId, today, named, ways, isTalking, theirs, here, prepared, hindrances, name } = props;
  const t = useTranslations("deskForms.platformRequests");
  const tell = useTell();
  const [decision, decide] = useState<Decision | null>(null);
  const [why, say] = useState("");
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await answerWishAction(practice, before, form);
    if (answer?.ok) tell({ words: t(`done.${asDecision(form)}`, { name }) });
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  const wrong = failure?.fields ?? {};
  const typed = failure?.typed ?? {};
  if (!decision) {
    return (
      <Group gap="xs">
        {decisions
          .filter((one) => !(one === "talk" && isTalking))
          .map((one) => (
            <Button key={one} variant="default" onClick={() => decide(one)}>
              {t(`decision.${one}`)}
            </Button>
          ))}
      </Group>
    );
  }
  const agrees = decision === "yes" || decision === "trial";
  return (
    <form action={submit} noValidate aria-label={t(`decision.${decision}`)}>
      <input type="hidden" name="wishId" value={wishId} />
      <input type="hidden" name="decision" value={decision} />
      <Stack maw="34rem" gap="sm">
        <p>{t(`means.${decision}`, { name })}</p>
        {agrees && (
          <>
            <NativeSelect
              name="platformId"
              label={t("way")}
              defaultValue={typed.platformId ?? named}
              error={wrong.platformId}
              data={[
                { value: "", label: t("chooseWay") },
                ...ways.map(({ id, label }) => ({ value: id, label })),
              ]}
            />
            <DayFields today={today} isTrial={decision === "trial"} typed={typed} wrong={wrong} />
          </>
        )}
        {decision === "not-possible" && (
          <>
            <Radio.Group name="hindrance" label={t("why")} value={why} onChange={say} error={wrong.hindrance}>
              <Stack gap={4} mt={4}>
                {hindrances.map(({ key, label }) => (
                  <Radio key={key} value={key} label={label} />
                ))}
              </Stack>
            </Radio.Group>
            {prepared.map(
              ({ language, sentences }) =>
                sentences[why] && (
                  <p key={language} className={classes.reads}>
                    <span className={list.quiet}>
                      {t(language === theirs ? "theyRead" : "otherwise", { language })}
                    </span>{" "}
                    <q lang={language}>{sentences[why]}</q>
                  </p>
                ),
            )}
            <Textarea
              name="words"
              label={t("words")}
              description={t("wordsHint")}
              autosize
              minRows={2}
              maxLength={2_000}
              defaultValue={typed.words}
              error={wrong.words}
            />
            <NativeSelect
              name="wordsLanguage"
              label={t("wordsLanguage")}
              defaultValue={typed.wordsLanguage ?? theirs}
              data={languages.map((language) => ({ value: language, label: t(`language.${language}`) }))}
            />
            {theirs !== here && <p className={list.quiet}>{t("wordsTheirs", { language: theirs })}</p>}
          </>
        )}
        {failure && (
          <p role="alert" className={list.alarm}>
            {failure.message}
          </p>
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            {t(`save.${decision}`)}
          </Button>
          <Button variant="subtle" onClick={() => decide(null)}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function asDecision(form: FormData): Decision {
  return decisions.find((one) => one === form.get("decision")) ?? "talk";
}
