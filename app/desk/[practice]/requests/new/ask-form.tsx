"use client";

import { Alert, Button, Checkbox, Group, MultiSelect, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { AskPlan } from "@/lib/consents/ask-patients";
import { whyNotDue } from "@/lib/consents/rules";
import { routes } from "@/lib/routes";
import { askAction, previewAskAction } from "../actions";
import { Plan } from "./plan";

export type Person = { id: string; name: string; hasEmail: boolean };
export type Text = { id: string; title: string };

/** First who will be asked what and who is skipped and why; only then can one ask. */
export function AskForm(props: {
  practice: string;
  people: Person[];
  disclosures: Text[];
  day: string;
  chosen: { patientIds: string[]; disclosureIds: string[] };
}) {
  const { practice, people, disclosures, day, chosen } = props;
  const t = useTranslations("deskForms.ask");
  const words = useTranslations("refusals");
  const [patientIds, choosePatients] = useState(chosen.patientIds);
  const [disclosureIds, chooseTexts] = useState(chosen.disclosureIds);
  const [dueOn, chooseDay] = useState("");
  const [plan, show] = useState<AskPlan | null>(null);
  const [done, finish] = useState<AskPlan | null>(null);
  const [problem, tell] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const missing =
    patientIds.length === 0 ? "choosePatients" : disclosureIds.length === 0 ? "chooseTexts" : null;
  const late = whyNotDue(dueOn || null, day);
  const input = { patientIds, disclosureIds, dueOn: dueOn || null };

  if (done) {
    return (
      <Stack>
        <Alert role="status" color="gray" variant="outline" title={t("done", { count: done.asked.length })}>
          <Plan plan={done} people={people} disclosures={disclosures} isDone />
        </Alert>
        <Group>
          <a href={routes.requests(practice)}>{t("toRequests")}</a>
          <a href={routes.board(practice)}>{t("toBoard")}</a>
        </Group>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="44rem">
        <MultiSelect
          size="md"
          label={t("patients")}
          description={t("patientsHint")}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={patientIds}
          onChange={changed(choosePatients)}
          searchable
          clearable
          limit={30}
          nothingFoundMessage={t("nobody")}
        />
        <Checkbox.Group label={t("texts")} value={disclosureIds} onChange={changed(chooseTexts)}>
          <Stack gap="xs" mt="xs">
            {disclosures.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
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
        {plan && <Plan plan={plan} people={people} disclosures={disclosures} />}
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
          <a href={routes.board(practice)}>{t("cancel")}</a>
        </Group>
      </Stack>
    </form>
  );

  function changed<V>(change: (value: V) => void) {
    return (value: V) => {
      change(value);
      show(null);
      tell(null);
    };
  }

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (missing) return tell(t(missing));
    if (late) return tell(words("check-fields"));
    start(async () => {
      const isAsking = plan !== null && plan.asked.length > 0;
      const state = await (isAsking ? askAction(practice, input) : previewAskAction(practice, input));
      if (state?.ok) (isAsking ? finish : show)(state.value);
      else if (state) tell(state.message);
    });
  }
}
