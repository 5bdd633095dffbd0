"use client";

import { MultiSelect, Pill } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Name } from "./name";
import classes from "./people-picker.module.css";

/** Patients by a part of their name. The list closes with each choice, so that it hides nothing. */
export function PeoplePicker(props: {
  people: { id: string; name: string }[];
  chosen: string[];
  choose: (patientIds: string[]) => void;
  most?: number;
  error?: string | undefined;
}) {
  const { people, chosen, choose, most, error } = props;
  const t = useTranslations("patients.picker");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <MultiSelect
      label={t("patients")}
      description={t("patientsHint")}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen}
      onChange={choose}
      searchable
      openOnFocus={false}
      {...(most && { maxValues: most })}
      error={error}
      clearable
      clearButtonProps={{ "aria-label": t("clearPatients") }}
      limit={30}
      nothingFoundMessage={t("nobody")}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setIsOpen(true)}
      onDropdownClose={() => setIsOpen(false)}
      onOptionSubmit={() => setIsOpen(false)}
      renderOption={({ option }) => <Name>{option.label}</Name>}
      renderPill={({ option, onRemove }) => (
        <Pill size="md" withRemoveButton onRemove={onRemove} classNames={{ label: classes.pill }}>
          <Name>{option?.label ?? ""}</Name>
        </Pill>
      )}
      classNames={{ pillsList: classes.pills }}
      // Within the desk, so that names are hidden here as well.
      comboboxProps={{ withinPortal: false }}
    />
  );
}
