"use client";

import { none, useField } from "./fields";
import { PeoplePicker } from "./people-picker";

/** Patients by a part of their name; with `one`, a single one. */
export function People(props: {
  name: string;
  missing: string;
  people: { id: string; name: string }[];
  one?: boolean;
  first?: string[];
}) {
  const { people, one, first = none, ...named } = props;
  const { field, shown } = useField({ ...named, label: "" }, one ? "" : first);
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
