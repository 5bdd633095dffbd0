import { sealedText } from "@/lib/sealed-text";

/** Why somebody who said no is asked once more may be clinical. */
export const requestNote = sealedText({ table: "request_notes", column: "sealed" });
