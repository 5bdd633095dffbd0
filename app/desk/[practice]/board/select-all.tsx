"use client";

import tables from "@/app/desk/_kit/tables.module.css";

/** Ticks every row of this page, or none. */
export function SelectAll({ label }: { label: string }) {
  return (
    <label className={tables.tick}>
      <input
        type="checkbox"
        aria-label={label}
        onChange={({ currentTarget }) => {
          const boxes = currentTarget
            .closest("table")
            ?.querySelectorAll<HTMLInputElement>("input[name=patient]");
          for (const box of boxes ?? []) box.checked = currentTarget.checked;
        }}
      />
    </label>
  );
}
