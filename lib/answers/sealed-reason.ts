import { sealedText } from "@/lib/sealed-text";

/** Why something was corrected or ended may be clinical. */
export const correctionReason = sealedText({ table: "answer_corrections", column: "sealed_reason" });
export const endingReason = sealedText({ table: "notice_endings", column: "sealed_reason" });
