"use client";

import {
  Checkbox,
  FileInput,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Textarea,
  TextInput,
  type TextInputProps,
} from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useController, useWatch } from "react-hook-form";
import { PeoplePicker } from "./people-picker";

type Named = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** Said instead of the usual words where nothing was chosen or typed. */
  missing?: string;
};
type Choice = { value: string; label: string; description?: string };

/** One line, a day, a number or, with `multiline`, several lines. */
export function Field(
  props: Named & { first?: string | number | null | undefined; multiline?: boolean } & Pick<
      TextInputProps,
      "type" | "min" | "max" | "maxLength" | "lang" | "maw" | "inputMode"
    >,
) {
  const { name, label, hint, missing, first, multiline, type, ...input } = props;
  const { field, shown } = useField(props, String(first ?? ""));
  if (multiline) return <Textarea autosize minRows={2} {...input} {...shown} {...field} />;
  return <TextInput type={type ?? "text"} {...input} {...shown} {...field} />;
}

/** One of several, all of them in sight. Nothing is chosen beforehand. */
export function Choice({ of, inline, ...named }: Named & { of: readonly Choice[]; inline?: boolean }) {
  const { field, shown } = useField(named, "");
  const radios = of.map((one) => <Radio key={one.value} {...one} />);
  return (
    <Radio.Group {...shown} {...field}>
      {inline ? (
        <Group mt={4} gap="md">
          {radios}
        </Group>
      ) : (
        <Stack mt={4} gap={8}>
          {radios}
        </Stack>
      )}
    </Radio.Group>
  );
}

/** As many of several as one likes. Nothing is chosen beforehand. */
export function Choices({ of, inline, ...named }: Named & { of: readonly Choice[]; inline?: boolean }) {
  const { field, shown } = useField(named, []);
  const { name: _, ...group } = field;
  const boxes = of.map((one) => <Checkbox key={one.value} {...one} />);
  return (
    <Checkbox.Group {...shown} {...group}>
      {inline ? (
        <Group mt={4}>{boxes}</Group>
      ) : (
        <Stack mt={4} gap={8}>
          {boxes}
        </Stack>
      )}
    </Checkbox.Group>
  );
}

/** One of many, in a list that opens. */
export function Select({
  of,
  first,
  ...named
}: Named & { of: readonly Choice[]; first?: string | null | undefined }) {
  const { field, shown } = useField(named, first ?? "");
  return <NativeSelect data={[...of]} {...shown} {...field} />;
}

/** One box that is ticked or not. */
export function Tick({ first = false, ...named }: Named & { first?: boolean }) {
  const { field, shown } = useField(named, first);
  const { value, ...box } = field;
  return <Checkbox checked={value} {...shown} {...box} />;
}

/** Patients by a part of their name; with `one`, a single one. */
export function People(props: {
  name: string;
  missing: string;
  people: { id: string; name: string }[];
  one?: boolean;
}) {
  const { people, one, ...named } = props;
  const { field, shown } = useField({ ...named, label: "" }, one ? "" : []);
  return (
    <PeoplePicker
      people={people}
      chosen={[field.value].flat().filter(Boolean)}
      choose={(ids) => field.onChange(one ? (ids[0] ?? "") : ids)}
      {...(one && { most: 1 })}
      error={shown.error}
    />
  );
}

/** A file that shows what was noted. */
export function FileField({ choose, ...named }: Named & { choose: string }) {
  const { field, shown } = useField(named, null);
  return (
    <FileInput
      placeholder={choose}
      accept="application/pdf,image/png,image/jpeg"
      clearable
      {...shown}
      {...field}
    />
  );
}

/** What depends on what stands in another field. */
export function Given<V = string>({ the, children }: { the: string; children: (value: V) => ReactNode }) {
  const value = useWatch({ name: the, defaultValue: "" });
  return children(value);
}

function useField({ name, label, hint, missing }: Named, first: unknown) {
  const words = useTranslations("refusals");
  const { field, fieldState } = useController({ name, defaultValue: first });
  const reason = fieldState.error?.message;
  const isEmpty = field.value === "" || (Array.isArray(field.value) && field.value.length === 0);
  const said = reason && (words.has(reason) ? words(reason) : reason);
  const error = said && isEmpty && missing ? missing : said;
  const shown = { label, description: hint, error, errorProps: { role: "alert" } };
  return { field, shown: { ...shown, "data-wrong": error ? true : undefined } };
}
