export type MoveRefusal = "move-changed" | "nobody-stays";

/** What is done must be what was shown, to the people it was shown for. */
export function whyNotMove(
  plan: { shown: string; comes: readonly { id: string }[]; whyNobodyStays: string | null },
  asked: { shown: string; staying: readonly string[] },
): MoveRefusal | null {
  if (asked.shown !== plan.shown) return "move-changed";
  const comes = new Set(plan.comes.map(({ id }) => id));
  if (asked.staying.some((id) => !comes.has(id))) return "move-changed";
  return asked.staying.length > 0 && plan.whyNobodyStays ? "nobody-stays" : null;
}
