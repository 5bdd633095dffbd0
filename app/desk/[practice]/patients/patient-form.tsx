"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Alert, Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPath, useForm } from "react-hook-form";
import type { z } from "zod";
import type { PracticeAction } from "@/lib/actions";
import { type AddPatientInput, addPatientInput } from "@/lib/patients/input";
import { routes } from "@/lib/routes";
import type { Saved } from "./beside-field";

type Typed = z.input<typeof addPatientInput>;
type Therapist = { id: string; name: string };

/** The same form adds and edits; what the server refuses stands beside the field it is about. */
export function PatientForm(props: {
  practice: string;
  save: PracticeAction<Saved>;
  patientId?: string;
  values: Typed;
  therapists: Therapist[];
}) {
  const { practice, save, patientId, values, therapists } = props;
  const t = useTranslations("deskForms.patient");
  const words = useTranslations("refusals");
  const [refusal, refuse] = useState<string | null>(null);
  const form = useForm<Typed, unknown, AddPatientInput>({
    defaultValues: values,
    resolver: zodResolver(addPatientInput),
  });
  const { errors, isSubmitting } = form.formState;
  const wordsOf = (reason: string, details: Record<string, string | number> = {}) =>
    words.has(reason) ? words(reason, details) : reason;
  const problem = (field: keyof Typed) => errors[field]?.message && wordsOf(errors[field].message);
  const text = (field: keyof Typed) => ({ ...form.register(field), error: problem(field) });

  return (
    <form noValidate onSubmit={form.handleSubmit(send)}>
      <Stack maw="34rem">
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
          data={[
            { value: "en", label: "English" },
            { value: "es", label: "Español" },
          ]}
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
        <Group>
          <Button type="submit" loading={isSubmitting}>
            {t(patientId ? "save" : "add")}
          </Button>
          <a href={patientId ? routes.patient(practice, patientId) : routes.patients(practice)}>
            {t("cancel")}
          </a>
        </Group>
      </Stack>
    </form>
  );

  async function send(typed: AddPatientInput) {
    refuse(null);
    const state = await save(practice, patientId ? { ...typed, patientId } : typed);
    if (!state) return;
    if (!state.ok) {
      for (const [field, message] of Object.entries(state.fields)) form.setError(asField(field), { message });
      return refuse(state.message);
    }
    if ("refused" in state.value) {
      const { field, reason, details } = state.value.refused;
      return form.setError(field, { message: wordsOf(reason, details) }, { shouldFocus: true });
    }
    // A whole new page, so that opening the patient is one request of its own.
    location.assign(routes.patient(practice, state.value.patientId));
  }
}

/** Safe because the schema of this form names the fields it complains about. */
function asField(name: string): FieldPath<Typed> {
  return name as FieldPath<Typed>;
}
