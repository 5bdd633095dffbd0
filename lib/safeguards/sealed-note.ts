import { sealedText } from "@/lib/sealed-text";

/** What was seen says how a practice is set up. */
export const checkNote = sealedText({ table: "attestations", column: "sealed_note" });
