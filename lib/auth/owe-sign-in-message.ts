import { and, eq, inArray } from "drizzle-orm";
import { patients } from "@/db/schema";
import { systemContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { oweSignIn } from "@/lib/messages/owe-message";
import { routes } from "@/lib/routes";
import { listMembershipsIn, type Mailbox } from "./memberships";
import { leadsToDesk, practiceOfPath } from "./paths";

/** Leaves a sign-in mail owed to this mailbox. It is no fact about the practice; its delivery will be. */
export async function oweSignInMessage(mailbox: Mailbox, wanted: string | null): Promise<void> {
  const { practiceId, userId, email } = mailbox;
  await inPractice(systemContext(practiceId, "web"), async (tx, now) => {
    const belongs = await listMembershipsIn(tx, userId, practiceId);
    const patientIds = belongs.filter(({ kind }) => kind !== "staff").map(({ rowId }) => rowId);
    const known = await tx
      .select({ id: patients.id, language: patients.language })
      .from(patients)
      .where(and(eq(patients.practiceId, practiceId), inArray(patients.id, patientIds)));
    const ofStaff = patientIds.length < belongs.length;
    await oweSignIn(tx, {
      practiceId,
      userId,
      toAddress: email,
      language: (!ofStaff && known[0]?.language) || "en",
      landing: landingOf(mailbox, wanted, ofStaff, known.length > 0),
      ...(known.length === 1 && !ofStaff && { patientId: known[0]?.id }),
      now,
    });
  });
}

function landingOf(mailbox: Mailbox, wanted: string | null, ofStaff: boolean, isPatient: boolean): string {
  const mayEnter = leadsToDesk(wanted ?? "") ? ofStaff : isPatient;
  if (wanted && practiceOfPath(wanted) === mailbox.slug && mayEnter) return wanted;
  if (mailbox.practices > 1 || (ofStaff && isPatient)) return routes.ownPractices;
  return ofStaff ? routes.desk(mailbox.slug) : routes.my(mailbox.slug);
}
