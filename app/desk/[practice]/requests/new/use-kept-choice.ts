"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { forgetInTab, keepInTab, keptInTab } from "@/app/_ui/kept-in-tab";
import { keepTicked, tickedPatients } from "@/app/desk/_kit/ticked";

type Chosen = { patientIds: string[]; disclosureIds: string[] };
type Choice = Chosen & { dueOn?: string; leaving?: string };

/**
 * What was chosen stays through a reload, a look at another page and a press on Cancel, until it is asked or somebody
 * begins anew. Each address keeps its own; who was ticked on the board is the same there and here.
 */
export function useKeptChoice(
  form: UseFormReturn,
  of: { practice: string; first: Chosen; fromBoard: boolean; isKnown: (id: string) => boolean },
) {
  const { practice, fromBoard } = of;
  const [isBack, setIsBack] = useState(false);
  const isOver = useRef(false);
  const latest = useRef(of);
  latest.current = of;
  useEffect(() => {
    const { first, isKnown } = latest.current;
    const kept = keptInTab<Choice>(nameHere());
    const before = kept ?? first;
    const patientIds = fromBoard ? tickedPatients(practice) : before.patientIds;
    if (kept || fromBoard)
      fill(form, {
        ...before,
        patientIds: patientIds.filter(isKnown),
        disclosureIds: before.disclosureIds.filter(isKnown),
      });
    setIsBack(kept !== null);
    const untouched = JSON.stringify(choiceOf({ ...first, ...(fromBoard && { patientIds }) }));
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (isOver.current) return;
        const choice = choiceOf(values);
        if (JSON.stringify(choice) === untouched) forgetInTab(nameHere());
        else keepInTab(nameHere(), choice);
        if (fromBoard) keepTicked(practice, choice.patientIds);
      },
    });
  }, [form, practice, fromBoard]);
  return { isBack, beginAnew, finish };

  function beginAnew() {
    fill(form, { ...of.first, dueOn: "", leaving: "" });
    forget();
    setIsBack(false);
  }

  function finish() {
    isOver.current = true;
    forget();
  }

  function forget() {
    forgetInTab(nameHere());
    if (fromBoard) keepTicked(practice, []);
  }
}

function choiceOf({
  patientIds = [],
  disclosureIds = [],
  dueOn = "",
  leaving = "",
}: Partial<Choice>): Choice {
  return { patientIds, disclosureIds, dueOn, leaving };
}

function nameHere(): string {
  return `asking-${location.pathname}${location.search}`;
}

function fill(form: UseFormReturn, choice: Choice) {
  for (const [field, value] of Object.entries(choice))
    if (value !== undefined) form.setValue(field, value, { shouldDirty: true });
}
