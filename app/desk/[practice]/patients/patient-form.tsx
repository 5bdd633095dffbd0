"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { z } from "zod";
import { longDay } from "@/app/_ui/long-day";
import type { PracticeAction } from "@/app/action";
import { Field, Given, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { marked } from "@/app/desk/_kit/name";
import names from "@/app/desk/_kit/name.module.css";
import { withQuery } from "@/app/desk/_kit/search-params";
import { languages } from "@/lib/languages";
import { addPatientInput, editPatientInput } from "@/lib/patients/input";
import { type EditableField, editableFields, isAdult, mailboxOwners } from "@/lib/patients/rules";
import { routes } from "@/lib/routes";
import type { EditedPatient } from "@/lib/screens/desk/patients";
import type { Namesake, SavedPatient } from "./saved-patient";

type Therapist = { id: string; name: string };
const languageNames = { en: "English", es: "Español" };

type Props = {
  practice: string;
  save: PracticeAction<SavedPatient>;
  /** Absent for a new patient. */
  edited?: {
    patientId: string;
    loaded: EditedPatient;
    /** How many consents rest if somebody else treats the patient from now on. */
    resting: number;
  };
  values: z.input<typeof addPatientInput>;
  therapists: Therapist[];
  /** Today, where the practice is. */
  day: string;
  /** How many texts a new patient is usually asked about. */
  usual?: number;
};

/** The same form adds and edits. */
export function PatientForm({ practice, save, edited, values, therapists, day, usual = 0 }: Props) {
  const patientId = edited?.patientId;
  const [loaded, setLoaded] = useState(edited?.loaded);
  const [namesake, setNamesake] = useState<Namesake & { born: string }>();
  const t = useTranslations("patients.form");
  const language = useLocale();
  const words = useTranslations("formRefusals");
  const action = save.bind(null, practice);
  return (
    <DeskForm
      action={action}
      schema={edited ? editPatientInput : addPatientInput}
      // Whose mailbox it is counts only while it is asked.
      fields={{
        mailboxOf: null,
        ...(edited && { patientId, loaded }),
        ...(namesake && { otherThan: namesake.id }),
      }}
      save={t(saveWords())}
      cancel={t("cancel")}
      back={patientId ? routes.patient(practice, patientId) : routes.patients(practice)}
      done={({ legalName, dateOfBirth }, saved, form) => {
        if ("changed" in saved) return showChanged(form, saved.changed);
        if ("namesake" in saved) {
          setNamesake({ ...saved.namesake, born: longDay(dateOfBirth, language) });
          return null;
        }
        const name = marked(legalName);
        const goTo = routes.patient(practice, saved.patientId);
        if (edited) return { words: t("saved", { name }), goTo };
        const texts = usual > 0 ? "usual" : null;
        const ask = withQuery(routes.ask(practice), { patient: saved.patientId, texts });
        const next = { href: ask, label: t("askNow", { count: usual }) };
        const also = { href: routes.newPatient(practice), label: t("addOneMore") };
        return { words: t("added", { name }), next, also, goTo };
      }}
      className={names.fields}
    >
      <Field name="legalName" label={t("legalName")} hint={t("legalNameHint")} first={values.legalName} />
      <Field name="calledName" label={t("calledName")} hint={t("calledNameHint")} first={values.calledName} />
      <Field name="email" type="email" label={t("email")} hint={t("emailHint")} first={values.email} />
      <Field name="phone" type="tel" label={t("phone")} first={values.phone} />
      <Select
        name="language"
        label={t("language")}
        first={values.language}
        of={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Field
        name="dateOfBirth"
        type="date"
        label={t("dateOfBirth")}
        hint={t("dateOfBirthHint")}
        first={values.dateOfBirth}
      />
      <Select
        name="treatingStaffId"
        label={t("treating")}
        first={values.treatingStaffId}
        of={[
          { value: "", label: t("treatingNobody") },
          ...therapists.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {edited && edited.resting > 0 && (
        <Given the="treatingStaffId">
          {(treating) =>
            treating &&
            treating !== loaded?.treatingStaffId && (
              <p role="status">{t("willRest", { count: edited.resting })}</p>
            )
          }
        </Given>
      )}
      <Given the="email">
        {(email) => (
          <Given the="dateOfBirth">
            {(born) => email && born && <MailboxOf values={values} isAdult={isAdult(born, day)} />}
          </Given>
        )}
      </Given>
      {namesake && (
        <p role="alert">
          {t("namesake", { name: marked(namesake.name), born: namesake.born })}{" "}
          <a href={routes.patient(practice, namesake.id)}>{t("openNamesake")}</a>
        </p>
      )}
    </DeskForm>
  );

  function saveWords() {
    if (edited) return "save";
    return namesake ? "addAnother" : "add";
  }

  /** What was typed stays; a field nobody touched takes what is stored now. Saving again is then a decision. */
  function showChanged(form: UseFormReturn, stored: EditedPatient) {
    form.setError("root", { message: words("changed-meanwhile") });
    setLoaded(stored);
    for (const field of editableFields) {
      const before = loaded?.[field] ?? null;
      if (stored[field] === before) continue;
      if ((form.getValues(field) || null) === before) form.setValue(field, stored[field] ?? "");
      form.setError(field, { message: t("meanwhile", { value: wordOf(stored, field) }) });
    }
    return null;
  }

  function wordOf(stored: EditedPatient, field: EditableField): string {
    if (field === "language") return languageNames[stored.language];
    if (field === "mailboxOf" && stored.mailboxOf) return t(`mailbox.${stored.mailboxOf}`);
    const named = therapists.find(({ id }) => id === stored[field])?.name;
    return named ?? stored[field] ?? t("nothing");
  }
}

/** Asked of who is under age, and of who still has somebody else's address. */
function MailboxOf({ values, isAdult: isOfAge }: { values: Props["values"]; isAdult: boolean }) {
  const t = useTranslations("patients.form");
  const isOfOther = values.mailboxOf === "parent" || values.mailboxOf === "guardian";
  if (isOfAge && !isOfOther) return null;
  return (
    <Select
      name="mailboxOf"
      label={t("mailboxOf")}
      hint={t(isOfAge ? "mailboxOfAgeHint" : "mailboxOfHint")}
      first={values.mailboxOf}
      of={[
        { value: "", label: t("mailboxUnknown") },
        ...mailboxOwners.map((owner) => ({ value: owner, label: t(`mailbox.${owner}`) })),
      ]}
    />
  );
}
