"use client";

import { Button, Group, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import type { ActionState } from "@/app/action";
import { Choices, Field } from "@/app/desk/_kit/fields";
import { DeskForm, useTyped } from "@/app/desk/_kit/form";
import { People } from "@/app/desk/_kit/people-field";
import type { AskPlan } from "@/lib/requests/ask-patients";
import { askPatientsInput } from "@/lib/requests/input";
import { takesNote } from "@/lib/requests/rules";
import { routes } from "@/lib/routes";
import { askAction, previewAskAction } from "../actions";
import { StopAsking } from "../stop-asking";
import { Needing } from "./needing";
import { Plan } from "./plan";
import { TickUsual } from "./tick-usual";
import type { Person, Text } from "./to-ask";
import { useKeptChoice } from "./use-kept-choice";
import { WhenItLeaves } from "./when-it-leaves";

type Done = AskPlan & { askingId: string };

/** First who will be asked what and who is skipped and why; only then can one ask. */
export function AskForm(props: {
  practice: string;
  people: Person[];
  disclosures: Text[];
  day: string;
  timeZone: string;
  chosen: { patientIds: string[]; disclosureIds: string[] };
  usual: string[];
  /** Who was ticked on the board is chosen. */
  fromTicked: boolean;
}) {
  const { practice, people, disclosures, day, timeZone, chosen, usual, fromTicked } = props;
  const t = useTranslations("requests.askForm");
  const leavingWords = useTranslations("requests.leaving");
  const typed = useTyped(askPatientsInput);
  const { field: leaving } = useController({ control: typed.control, name: "leaving", defaultValue: "" });
  const kept = useKeptChoice(typed, {
    practice,
    first: chosen,
    fromBoard: fromTicked,
    isKnown: (id) => [...people, ...disclosures].some((one) => one.id === id),
  });
  const [shown, setShown] = useState<{ plan: AskPlan; of: string } | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const values = typed.watch();
  const plan = shown?.of === plannedOf(values) ? shown.plan : null;
  const reached = new Set(plan?.asked.map(({ patientId }) => patientId)).size;
  const isMailed = people.some(
    ({ id, mailLanguage }) => mailLanguage && plan?.asked.some(({ patientId }) => patientId === id),
  );
  const wakes = isMailed && plan?.leaving === "in-the-morning";
  const isRefusing = plan?.skipped.some(({ reason }) => takesNote(reason)) ?? false;

  if (done) {
    return (
      <Stack>
        <Plan practice={practice} plan={done} people={people} disclosures={disclosures} isDone>
          <WhenItLeaves plan={done} timeZone={timeZone} isDone />
        </Plan>
        {done.leavesAt && <StopAsking practice={practice} askingId={done.askingId} />}
        <a href={routes.board(practice)}>{t("toBoard")}</a>
      </Stack>
    );
  }
  return (
    <DeskForm
      typed={typed}
      action={reached > 0 ? ask : look}
      save={reached > 0 ? t("ask", { people: reached }) : t("preview")}
      beside={
        wakes && (
          <Button type="submit" variant="default" onClick={() => leaving.onChange("at-once")}>
            {t("askNow")}
          </Button>
        )
      }
      cancel={t("cancel")}
      back={routes.board(practice)}
      keeps={!values.note}
      done={(_, answer) => ("askingId" in answer ? told(answer) : null)}
      width="44rem"
    >
      {kept.isBack && (
        <Group role="status" gap="xs">
          {t("asLeft")}
          <Button variant="subtle" size="compact-md" onClick={kept.beginAnew}>
            {t("beginAnew")}
          </Button>
        </Group>
      )}
      <People name="patientIds" people={people} first={chosen.patientIds} missing={t("choosePatients")} />
      <TickUsual usual={usual} />
      <Choices
        name="disclosureIds"
        label={t("texts")}
        first={chosen.disclosureIds}
        of={disclosures.map((text) => ({
          value: text.id,
          label: text.title,
          description: <Needing text={text} people={people} />,
        }))}
        missing={t("chooseTexts")}
      />
      <Field name="dueOn" type="date" label={t("dueOn")} hint={t("dueOnHint")} min={day} />
      {plan && (
        <Plan practice={practice} plan={plan} people={people} disclosures={disclosures} met={lookAgain}>
          <WhenItLeaves plan={plan} timeZone={timeZone} chosen={leaving.value} choose={leaving.onChange} />
        </Plan>
      )}
      {(isRefusing || values.note) && (
        <Field
          name="note"
          label={leavingWords("note")}
          hint={leavingWords("noteHint")}
          multiline
          maxLength={500}
        />
      )}
    </DeskForm>
  );

  async function look(given: FieldValues): Promise<ActionState<AskPlan | Done>> {
    const state = await previewAskAction(practice, given);
    if (state?.ok) setShown({ plan: state.value, of: plannedOf(given) });
    return state;
  }

  async function lookAgain() {
    const state = await look(typed.getValues());
    if (state && !state.ok) typed.setError("root", { message: state.message });
  }

  function ask(given: FieldValues): Promise<ActionState<AskPlan | Done>> {
    return askAction(practice, { ...given, leaving: given.leaving || plan?.leaving });
  }

  function told(asked: Done) {
    setDone(asked);
    kept.finish();
    const next = { href: routes.requests(practice), label: t("toRequests") };
    return { words: t("done", { count: asked.asked.length }), next };
  }
}

/** What a plan is made for; when the mail leaves changes nobody who is asked. */
function plannedOf({ patientIds, disclosureIds, dueOn, note }: FieldValues): string {
  return JSON.stringify([patientIds, disclosureIds, dueOn, note || ""]);
}
