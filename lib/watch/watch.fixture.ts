import type { NoteWatchEntryInput } from "./input";

/** A service changed its terms, which touches this text. */
export function watchInput(disclosureId: string): NoteWatchEntryInput {
  return {
    subject: "Zoom",
    what: "New terms about recordings in the cloud.",
    link: "https://terms.test/2026",
    changedOn: "2026-01-12",
    disclosureIds: [disclosureId],
  };
}
