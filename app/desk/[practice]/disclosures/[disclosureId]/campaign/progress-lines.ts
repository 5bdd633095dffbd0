export type Line = "asked" | "answered" | "waiting";

/** Told apart by how they are dashed, so that no colour has to be known. */
export const lines: readonly { name: Line; color: string; dashes: string }[] = [
  { name: "asked", color: "var(--mantine-color-dimmed)", dashes: "0" },
  { name: "answered", color: "var(--mantine-color-anchor)", dashes: "10 4" },
  { name: "waiting", color: "var(--mantine-color-text)", dashes: "2 4" },
];
