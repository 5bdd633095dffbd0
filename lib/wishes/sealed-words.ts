import { sealedText } from "@/lib/sealed-text";

// Why somebody would rather meet another way may be clinical. What is sealed is bound to the names its tables had then.
export const wishOther = sealedText({ table: "platform_requests", column: "sealed_other" });
export const wishReason = sealedText({ table: "platform_requests", column: "sealed_reason" });
export const answerWords = sealedText({ table: "platform_request_answers", column: "sealed_words" });
