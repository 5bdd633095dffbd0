import type { FactBreak } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { checkAcknowledgements } from "./acknowledgements";
import { checkAgreementFiles } from "./agreement-files";
import { checkAnswers } from "./answers";
import { checkDetails } from "./details";
import { checkDocuments } from "./documents";
import { checkNoted } from "./noted";
import { checkTexts } from "./texts";
import { findUntold } from "./untold";
import { checkWithdrawals } from "./withdrawals";

export type FactCounts = {
  texts: number;
  answers: number;
  withdrawals: number;
  /** Null when the files were not looked at. */
  files: number | null;
  /** Entries whose details were erased, which the law may demand. */
  erasedDetails: number;
};

/**
 * Whether what is stored beside a trail of this size still is what its entries tell of; names the first entry for
 * which it is not. Verify the trail itself first: here it is believed.
 */
export function verifyFacts(
  ctx: Context,
  { size, withFiles }: { size: number; withFiles: boolean },
): Promise<({ ok: true } & FactCounts) | FactBreak> {
  return readPractice(ctx, async (tx) => {
    const texts = await checkTexts(tx, ctx, size);
    const answers = await checkAnswers(tx, ctx, size, texts.published);
    const withdrawals = await checkWithdrawals(tx, ctx, size);
    const noted = await checkNoted(tx, ctx, size);
    const known = await checkAcknowledgements(tx, ctx, size);
    const details = await checkDetails(tx, ctx, size);
    const files = withFiles ? await checkDocuments(tx, ctx, size, texts.published) : null;
    const agreements = withFiles ? await checkAgreementFiles(tx, ctx, size) : null;
    const untold = await findUntold(tx, ctx, size);

    const breaks = [
      ...[texts.broken, answers.broken, withdrawals.broken, noted.broken, known.broken],
      ...[details.broken, files?.broken, agreements?.broken, untold],
    ];
    const [first] = breaks.flatMap((one) => one ?? []).toSorted((one, other) => one.seq - other.seq);
    return (
      first ?? {
        ok: true,
        texts: texts.checked,
        answers: answers.checked,
        withdrawals: withdrawals.checked,
        files: files?.checked ?? null,
        erasedDetails: details.erased,
      }
    );
  });
}
