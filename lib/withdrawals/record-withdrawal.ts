import { spokenIntent } from "@/lib/answers/wording";
import { recordEvents } from "@/lib/audit/record-event";
import { lockAnswer } from "@/lib/consents/queries";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { getDisclosure } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getStaffMember } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { RecordWithdrawalInput } from "./input";
import { usesToWithdraw, whyNotWithdraw } from "./rules";
import { writeWithdrawal } from "./write-withdrawal";

/** Notes that the patient said aloud to stop one use, or all of an answer: it counts from this moment. */
export async function recordWithdrawal(ctx: StaffContext, input: RecordWithdrawalInput) {
  mustMay(ctx, "record-withdrawals");
  // The withdrawal came by the route it was said, not by that of who writes it down.
  const told: StaffContext = { ...ctx, route: input.route };
  return inPractice(
    ctx,
    (tx) => lockAnswer(tx, ctx, input.answerId, "record-withdrawals"),
    async (tx, now, { answer, patient }) => {
      const requests = await listRequestFacts(tx, ctx, [patient.id]);
      const facts = requests.flatMap((request) => request.answer ?? []).find(({ id }) => id === answer.id);
      if (!facts) throw new NotFound();
      const { kind } = await getDisclosure(tx, ctx, answer.disclosureId);
      const refusal = isAcknowledged(kind) ? "nothing-to-withdraw" : whyNotWithdraw(facts, input.itemIds);
      if (refusal) throw new Refused(refusal);

      const itemIds = usesToWithdraw(facts, input.itemIds);
      const { name } = await getStaffMember(tx, ctx, ctx.staffId);
      const notedBy = { staffId: ctx.staffId, name };
      const how = { printedName: null, intent: spokenIntent[answer.language], notedBy };
      const taken = { answer, facts, patient, itemIds, how };
      const { withdrawalId, events } = await writeWithdrawal(tx, told, taken, now);
      await recordEvents(tx, told, events);
      return { withdrawalId };
    },
  );
}
