import { forgetInTab, keepInTab, keptInTab } from "@/app/_ui/kept-in-tab";

/** Who was ticked in this tab, whatever part of the list is in view, until they are asked. */
export function tickedPatients(practice: string): string[] {
  return keptInTab<string[]>(named(practice)) ?? [];
}

export function keepTicked(practice: string, patientIds: readonly string[]) {
  if (patientIds.length > 0) keepInTab(named(practice), patientIds);
  else forgetInTab(named(practice));
}

function named(practice: string): string {
  return `ticked-${practice}`;
}
