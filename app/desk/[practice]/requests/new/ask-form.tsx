"use client";

import { Alert, Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { NeedsScripts } from "@/app/desk/_kit/needs-scripts";
import { PeoplePicker } from "@/app/desk/_kit/people-picker";
import { useTell } from "@/app/desk/_kit/told";
import { useUnsaved } from "@/app/desk/_kit/unsaved";
import type { AskPlan } from "@/lib/requests/ask-patients";
import { type Leaving, takesNote, whyNotDue } from "@/lib/requests/rules";
import { routes } from "@/lib/routes";
import { askAction, previewAskAction } from "../actions";
import { StopAsking } from "../stop-asking";
import { Leaves } from "./leaves";
import { OnceMore } from "./once-more";
import { Plan } from "./plan";
import type { Person, Text } from "./to-ask";

type Done = AskPlan & { askingId: string };

/** First who will be asked what and who is skipped and why; only then can one ask. */
export function AskForm(props: {
  practice: string;
  people: Person[];
  disclosures: Text[];
  day: string;
  timeZone: string;
  chosen: { patientIds: string[]; disclosureIds: string[] };
}) {
  const { practice, people, disclosures, day, timeZone, chosen } = props;
  const t = useTranslations("requests.askForm");
  const words = useTranslations("formRefusals");
  const [patientIds, choosePatients] = useState(chosen.patientIds);
  const [disclosureIds, chooseTexts] = useState(chosen.disclosureIds);
  const [dueOn, chooseDay] = useState("");
  const [leaving, leaveThen] = useState<Leaving | null>(null);
  const [note, write] = useState("");
  const [plan, show] = useState<AskPlan | null>(null);
  const [done, finish] = useState<Done | null>(null);
  const [problem, complain] = useState<string | null>(null);
  const [isChanged, change] = useState(false);
  const [isPending, start] = useTransition();
  const tell = useTell();
  const leave = useUnsaved(isChanged && !done);
  const missing =
    patientIds.length === 0 ? "choosePatients" : disclosureIds.length === 0 ? "chooseTexts" : null;
  const late = whyNotDue(dueOn || null, day);
  const input = {
    ...{ patientIds, disclosureIds, dueOn: dueOn || null },
    ...(leaving && { leaving }),
    ...(note.trim() && { note }),
  };
  const isRefusing = plan?.skipped.some(({ reason }) => takesNote(reason)) ?? false;

  if (done) {
    return (
      <Stack>
        <Plan practice={practice} plan={done} people={people} disclosures={disclosures} isDone>
          <Leaves plan={done} timeZone={timeZone} isDone />
        </Plan>
        {done.leavesAt && <StopAsking practice={practice} askingId={done.askingId} />}
        <a href={routes.board(practice)}>{t("toBoard")}</a>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <NeedsScripts>
        <Stack maw="44rem">
          <PeoplePicker people={people} chosen={patientIds} choose={changed(choosePatients)} />
          <Checkbox.Group label={t("texts")} value={disclosureIds} onChange={changed(chooseTexts)}>
            <Stack gap="xs" mt="xs">
              {disclosures.map(({ id, title, needing }) => (
                <Group key={id} gap="xs">
                  <Checkbox value={id} label={title} />
                  {needing.count > 0 && (
                    <a href={needing.href} onClick={leave}>
                      {t("needing", { count: needing.count })}
                    </a>
                  )}
                </Group>
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            type="date"
            label={t("dueOn")}
            description={t("dueOnHint")}
            min={day}
            value={dueOn}
            error={late && words(late)}
            onChange={({ currentTarget }) => changed(chooseDay)(currentTarget.value)}
          />
          {problem && (
            <Alert role="alert" color="gray" variant="outline">
              {problem}
            </Alert>
          )}
          {plan && (
            <Plan practice={practice} plan={plan} people={people} disclosures={disclosures} met={look}>
              <Leaves plan={plan} timeZone={timeZone} chosen={leaving} choose={leaveThen} />
            </Plan>
          )}
          {(isRefusing || note !== "") && <OnceMore note={note} write={changed(write)} />}
          <Group>
            {plan && plan.asked.length > 0 ? (
              <Button type="submit" loading={isPending}>
                {t("ask", { people: new Set(plan.asked.map(({ patientId }) => patientId)).size })}
              </Button>
            ) : (
              <Button type="submit" loading={isPending}>
                {t("preview")}
              </Button>
            )}
            <a href={routes.board(practice)} onClick={leave}>
              {t("cancel")}
            </a>
          </Group>
        </Stack>
      </NeedsScripts>
    </form>
  );

  function changed<V>(set: (value: V) => void) {
    return (value: V) => {
      set(value);
      change(true);
      show(null);
      complain(null);
    };
  }

  function look() {
    start(async () => {
      const state = await previewAskAction(practice, input);
      if (state?.ok) show(state.value);
      else if (state) complain(state.message);
    });
  }

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (missing) return complain(t(missing));
    if (late) return complain(words("check-fields"));
    start(async () => {
      if (plan === null || plan.asked.length === 0) return look();
      const state = await askAction(practice, { ...input, leaving: leaving ?? plan.leaving });
      if (state && !state.ok) return complain(state.message);
      if (!state) return;
      finish(state.value);
      tell({
        words: t("done", { count: state.value.asked.length }),
        next: { href: routes.requests(practice), label: t("toRequests") },
      });
    });
  }
}
