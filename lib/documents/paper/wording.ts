import { sentences } from "@/lib/documents/paper/sentences";
import type { SignedItem, SignedRecord } from "@/lib/documents/signed-record";

/** The word beside an item: Yes, No, or Taken back. */
export function answerWord({ language, withdrawal }: SignedRecord, item: SignedItem) {
  const say = sentences[language];
  if (withdrawal?.itemIds.includes(item.id)) return say.takenBack;
  return item.answer === "yes" ? say.yes : say.no;
}

/** One line under the answers, where the answers alone could be misread. */
export function summaryOf({ language, items, meaning, withdrawal }: SignedRecord) {
  const say = sentences[language];
  const yes = items.filter((item) => item.answer === "yes").length;
  if (withdrawal) return items.length > withdrawal.itemIds.length ? say.stays.untouched : null;
  if (yes > 0 && yes < items.length) return say.someOfEach(yes, items.length - yes);
  return meaning === "refuses" ? say.allNo : null;
}

export function signedAt({ answer, withdrawal }: SignedRecord) {
  return withdrawal?.withdrawnAt ?? answer.answeredAt;
}
