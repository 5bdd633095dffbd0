import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { lockDisclosure } from "@/lib/disclosures/queries";
import { inPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { oweTrial } from "@/lib/messages/owe-message";
import { getPractice, getStaffMember } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { routes } from "@/lib/routes";

/** Sends the message patients would get to whoever is about to publish, and to nobody else. */
export async function sendTrial(ctx: StaffContext, input: { disclosureId: string; language: Language }) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, input.disclosureId),
    async (tx, now, { id: disclosureId }) => {
      const { slug } = await getPractice(tx, ctx);
      const { email: toAddress } = await getStaffMember(tx, ctx, ctx.staffId);
      const landing = routes.disclosure(slug, disclosureId);
      await oweTrial(tx, ctx, { userId: ctx.userId, toAddress, language: input.language, landing }, now);
      await recordEvent(tx, ctx, { name: "disclosure.trial-sent", disclosureId });
      return { toAddress };
    },
  );
}
