import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { findDocumentOf } from "@/lib/documents/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPractice, getStaffMember } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { composeTradeOff } from "@/lib/trade-offs/compose-trade-off";
import { findTradeOff } from "@/lib/trade-offs/queries";
import { getWish } from "@/lib/wishes/queries";
import { nextSteps, wishState } from "@/lib/wishes/rules";

/** What the patient has to know before it begins, in the reader's language; or how they came to know it. */
export async function deskTradeOffPage(ctx: StaffContext, wishId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { wish, patient } = await getWish(tx, ctx, wishId, "see-patients");
    const { timeZone } = await getPractice(tx, ctx);
    const day = today(now, timeZone);
    const { acknowledgement } = wish;
    const isOwed = nextSteps(wish, wishState(wish, now, day), "practice").includes("acknowledge");
    const tradeOff = isOwed ? await findTradeOff(tx, ctx, wish, now) : null;
    return {
      timeZone,
      patient: { calledName: patient.calledName, language: patient.language },
      owed: tradeOff && {
        text: composeTradeOff(tradeOff.facts, language, "explained"),
        theirs: composeTradeOff(tradeOff.facts, patient.language, "explained").textSha256,
        hindrance: tradeOff.hindrance,
        mayNote: whyNotMay(ctx, "answer-wishes") === null,
        days: { wantedOn: today(wish.wantedAt, timeZone), today: day },
      },
      known: acknowledgement && {
        acknowledgement,
        notedByName: acknowledgement.byStaff
          ? (await getStaffMember(tx, ctx, acknowledgement.byStaff)).name
          : null,
        document: await findDocumentOf(tx, ctx, acknowledgement.id),
      },
    };
  });
}
