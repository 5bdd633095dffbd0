import { v7 as uuid } from "uuid";
import { noticeEndings } from "@/db/schema";
import { endingReason } from "@/lib/answers/sealed-reason";
import { recordEvent } from "@/lib/audit/record-event";
import { lockRequest, requestFacts } from "@/lib/consents/queries";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { type EndNoticeInput, endNoticeInput } from "./input";
import { whyNotEndNotice } from "./rules";

/** Notes that receipt of a notice was refused or could not be had, and what was tried (45 CFR 164.520(c)(2)(ii)). */
export async function endNotice(ctx: StaffContext, input: EndNoticeInput) {
  mustMay(ctx, "end-notices");
  const { requestId, outcome, reason } = endNoticeInput.parse(input);
  return inPractice(
    ctx,
    (tx) => lockRequest(tx, ctx, requestId, "end-notices"),
    async (tx, now, { patient }) => {
      const { facts, disclosure } = await requestFacts(tx, ctx, patient.id, requestId);
      const refusal = whyNotEndNotice(disclosure.kind, facts);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const id = uuid();
      const sealedReason = endingReason.seal(ctx, id, reason);
      const ending = { requestId, outcome, sealedReason, endedAt: now, endedBy: staffId };
      await tx.insert(noticeEndings).values({ practiceId, id, ...ending });
      await recordEvent(tx, ctx, { name: "notice.ended", patient: patient.id, requestId, outcome });
    },
  );
}
