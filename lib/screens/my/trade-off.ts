import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { findDocumentOf } from "@/lib/documents/queries";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { signingCapacity } from "@/lib/patients/rules";
import { listPlatforms } from "@/lib/platforms/queries";
import { getPractice, getStaffMember } from "@/lib/practices/queries";
import { composeTradeOff } from "@/lib/trade-offs/compose-trade-off";
import { findTradeOff } from "@/lib/trade-offs/queries";
import { getWish, type PlatformWish } from "@/lib/wishes/queries";
import { finalAnswer, isMetOn, nextSteps, wishState } from "@/lib/wishes/rules";

/** What is different where they will meet: to be read and signed or, once it is known, as it was then. */
export async function tradeOffPage(ctx: PatientContext, wishId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { wish, patient } = await getWish(tx, ctx, wishId);
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const { calledName, treatingName } = patient;
    const day = today(now, timeZone);
    const state = wishState(wish, now, day);
    const mayRead = nextSteps(wish, state, "patient").includes("acknowledge");
    const tradeOff = mayRead ? await findTradeOff(tx, ctx, wish, now) : null;
    return {
      practice: { name, phone, timeZone, crisisLine },
      patient: { calledName, treatingName },
      severalPatients: ctx.patientIds.length > 1,
      capacity: signingCapacity(patient, day),
      toRead: tradeOff && {
        text: composeTradeOff(tradeOff.facts, language, "signed"),
        hindrance: tradeOff.hindrance,
      },
      known: await knownOf(tx, ctx, wish),
      isAhead: state === "upcoming",
      isMetOn: isMetOn(state),
    };
  });
}

async function knownOf(tx: Tx, ctx: PatientContext, wish: PlatformWish) {
  const { acknowledgement } = wish;
  if (!acknowledgement) return null;
  const { id, byStaff, byUser } = acknowledgement;
  const answer = finalAnswer(wish);
  const platforms = await listPlatforms(tx, ctx);
  const placed = wish.placements.find(({ wishId, origin }) => wishId === wish.id && origin === "request");
  return {
    acknowledgement,
    isOwn: byUser === ctx.userId,
    notedByName: byStaff ? (await getStaffMember(tx, ctx, byStaff)).name : null,
    document: await findDocumentOf(tx, ctx, id),
    platform: platforms.find((one) => one.id === answer?.platformId) ?? null,
    since: placed?.since ?? acknowledgement.acknowledgedAt,
    trialUntil: answer?.trialUntil ?? null,
  };
}
