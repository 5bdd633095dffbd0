import type { ShownVersion } from "@/lib/disclosures/queries";

/** What a step shows of the text itself, by which a browser's translation is known. */
export function wordsSent(
  { title, items }: Pick<ShownVersion, "title" | "items">,
  step: "read" | "review",
): string[] {
  const labels = items.map(({ label }) => label);
  if (step === "review") return [title, ...labels];
  const uses = items.flatMap(({ whatFor, whoSees, where, until, copy }) => [
    whatFor,
    whoSees,
    where,
    until,
    copy,
  ]);
  return [title, ...labels, ...uses];
}
