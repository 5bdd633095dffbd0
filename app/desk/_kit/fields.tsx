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

type Named = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** Said instead of the usual words where nothing was chosen or typed. */
  missing?: string;
};
type Choice = { value: string; label: string; description?: ReactNode };

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
  return (
    <Radio.Group {...shown} {...field}>
      <Laid inline={inline}>
        {of.map((one) => (
          <Radio key={one.value} {...one} />
        ))}
      </Laid>
    </Radio.Group>
  );
}

/** The same each time, or the form would count it as changed. */
export const none: string[] = [];

/** As many of several as one likes. Nothing is chosen beforehand but what somebody chose on the page before. */
export function Choices({
  of,
  inline,
  first = none,
  ...named
}: Named & { of: readonly Choice[]; inline?: boolean; first?: string[] }) {
  const { field, shown } = useField(named, first);
  const { name: _, ...group } = field;
  return (
    <Checkbox.Group {...shown} {...group}>
      <Laid inline={inline}>
        {of.map((one) => (
          <Checkbox key={one.value} {...one} />
        ))}
      </Laid>
    </Checkbox.Group>
  );
}

/** One beside the other, or below it. */
function Laid({ inline, children }: { inline: boolean | undefined; children: ReactNode }) {
  return inline ? (
    <Group mt={4} gap="md">
      {children}
    </Group>
  ) : (
    <Stack mt={4} gap={8}>
      {children}
    </Stack>
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
  const { label, description, error } = shown;
  return <Checkbox checked={value} label={label} description={description} error={error} {...box} />;
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

/** A field of the form around it, and what is said at it. */
export function useField({ name, label, hint, missing }: Named, first: unknown) {
  const words = useTranslations("formRefusals");
  const { field, fieldState } = useController({ name, defaultValue: first });
  const reason = fieldState.error?.message;
  const isEmpty = field.value === "" || (Array.isArray(field.value) && field.value.length === 0);
  const said = reason && (words.has(reason) ? words(reason) : reason);
  const error = said && isEmpty && missing ? missing : said;
  const shown = { label, description: hint, error, errorProps: { role: "alert" } };
  return { field, shown: { ...shown, "data-wrong": error ? true : undefined } };
}
