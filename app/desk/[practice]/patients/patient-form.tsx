"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Alert, Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPath, useForm } from "react-hook-form";
import type { z } from "zod";
import type { PracticeAction } from "@/app/action";
import { asking } from "@/app/desk/_kit/asked";
import { marked } from "@/app/desk/_kit/name";
import names from "@/app/desk/_kit/name.module.css";
import { NeedsScripts } from "@/app/desk/_kit/needs-scripts";
import { tellNext } from "@/app/desk/_kit/told";
import { useUnsaved } from "@/app/desk/_kit/unsaved";
import { inputReason } from "@/lib/input-reason";
import { languages } from "@/lib/languages";
import { type AddPatientInput, addPatientInput } from "@/lib/patients/input";
import { type EditableField, editableFields, isAdult, mailboxOwners } from "@/lib/patients/rules";
import { routes } from "@/lib/routes";
import type { EditedPatient } from "@/lib/screens/desk/patients";
import type { Saved } from "./beside-field";

type Typed = z.input<typeof addPatientInput>;
type Therapist = { id: string; name: string };
const languageNames = { en: "English", es: "Español" };

/** The same form adds and edits; what the server refuses stands beside the field it is about. */
export function PatientForm(props: {
  practice: string;
  save: PracticeAction<Saved>;
  /** Absent for a new patient. */
  edited?: {
    patientId: string;
    loaded: EditedPatient;
    /** How many consents rest if somebody else treats the patient from now on. */
    resting: number;
  };
  values: Typed;
  therapists: Therapist[];
  /** Today, where the practice is. */
  day: string;
}) {
  const { practice, save, edited, values, therapists, day } = props;
  const patientId = edited?.patientId;
  const [loaded, setLoaded] = useState(edited?.loaded);
  const t = useTranslations("deskForms.patient");
  const words = useTranslations("refusals");
  const [refusal, refuse] = useState<string | null>(null);
  const form = useForm<Typed, unknown, AddPatientInput>({
    defaultValues: values,
    resolver: zodResolver(addPatientInput, { error: inputReason }),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const leave = useUnsaved(isDirty);
  const wordsOf = (reason: string, details: Record<string, string | number> = {}) =>
    words.has(reason) ? words(reason, details) : reason;
  const problem = (field: keyof Typed) => errors[field]?.message && wordsOf(errors[field].message);
  const [email, dateOfBirth, treating] = form.watch(["email", "dateOfBirth", "treatingStaffId"]);
  const willRest = edited && treating && treating !== loaded?.treatingStaffId ? edited.resting : 0;
  const isOfOther = values.mailboxOf === "parent" || values.mailboxOf === "guardian";
  const asksWhose = Boolean(email && dateOfBirth) && (isOfOther || !isAdult(dateOfBirth, day));
  const text = (field: keyof Typed) => ({ ...form.register(field), error: problem(field) });

  return (
    <form noValidate onSubmit={form.handleSubmit(send)}>
      <NeedsScripts>
        <Stack maw="34rem" className={names.fields}>
          {refusal && (
            <Alert role="alert" color="gray" variant="outline">
              {refusal}
            </Alert>
          )}
          <TextInput
            label={t("legalName")}
            description={t("legalNameHint")}
            {...text("legalName")}
            autoComplete="off"
          />
          <TextInput
            label={t("calledName")}
            description={t("calledNameHint")}
            {...text("calledName")}
            autoComplete="off"
          />
          <TextInput
            label={t("email")}
            description={t("emailHint")}
            type="email"
            {...text("email")}
            autoComplete="off"
          />
          <TextInput label={t("phone")} type="tel" {...text("phone")} autoComplete="off" />
          <NativeSelect
            size="md"
            label={t("language")}
            error={problem("language")}
            data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
            {...form.register("language")}
          />
          <TextInput
            label={t("dateOfBirth")}
            description={t("dateOfBirthHint")}
            type="date"
            {...text("dateOfBirth")}
          />
          <NativeSelect
            size="md"
            label={t("treating")}
            error={problem("treatingStaffId")}
            data={[
              { value: "", label: t("treatingNobody") },
              ...therapists.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.register("treatingStaffId")}
          />
          {willRest > 0 && <p role="status">{t("willRest", { count: willRest })}</p>}
          {asksWhose && (
            <NativeSelect
              size="md"
              label={t("mailboxOf")}
              description={t(isAdult(dateOfBirth, day) ? "mailboxOfAgeHint" : "mailboxOfHint")}
              error={problem("mailboxOf")}
              data={[
                { value: "", label: t("mailboxUnknown") },
                ...mailboxOwners.map((owner) => ({ value: owner, label: t(`mailbox.${owner}`) })),
              ]}
              {...form.register("mailboxOf")}
            />
          )}
          <Group>
            <Button type="submit" loading={isSubmitting}>
              {t(patientId ? "save" : "add")}
            </Button>
            <a
              href={patientId ? routes.patient(practice, patientId) : routes.patients(practice)}
              onClick={leave}
            >
              {t("cancel")}
            </a>
          </Group>
        </Stack>
      </NeedsScripts>
    </form>
  );

  async function send(typed: AddPatientInput) {
    refuse(null);
    const fields = { ...typed, mailboxOf: asksWhose ? typed.mailboxOf : null };
    const state = await save(practice, patientId ? { ...fields, patientId, loaded } : fields);
    if (!state) return;
    if (!state.ok) {
      for (const [field, message] of Object.entries(state.fields)) form.setError(asField(field), { message });
      return refuse(state.message);
    }
    if ("changed" in state.value) return showChanged(state.value.changed);
    if ("refused" in state.value) {
      const { field, reason, details } = state.value.refused;
      return form.setError(field, { message: wordsOf(reason, details) }, { shouldFocus: true });
    }
    const name = marked(typed.legalName);
    const saved = state.value.patientId;
    const ask = { href: asking(routes.ask(practice), { patient: saved }), label: t("askNow") };
    tellNext(patientId ? { words: t("saved", { name }) } : { words: t("added", { name }), next: ask });
    leave();
    // A whole new page, so that opening the patient is one request of its own.
    location.assign(routes.patient(practice, saved));
  }

  /** What was typed stays; a field nobody touched takes what is stored now. Saving again is then a decision. */
  function showChanged(stored: EditedPatient) {
    refuse(words("changed-meanwhile"));
    setLoaded(stored);
    for (const field of editableFields) {
      const before = loaded?.[field] ?? null;
      if (stored[field] === before) continue;
      if ((form.getValues(field) || null) === before) form.setValue(field, stored[field] ?? "");
      form.setError(field, { message: t("meanwhile", { value: wordOf(stored, field) }) });
    }
  }

  function wordOf(stored: EditedPatient, field: EditableField): string {
    if (field === "language") return languageNames[stored.language];
    if (field === "mailboxOf" && stored.mailboxOf) return t(`mailbox.${stored.mailboxOf}`);
    const named = therapists.find(({ id }) => id === stored[field])?.name;
    return named ?? stored[field] ?? t("nothing");
  }
}

/** Safe because the schema of this form names the fields it complains about. */
function asField(name: string): FieldPath<Typed> {
  return name as FieldPath<Typed>;
}
