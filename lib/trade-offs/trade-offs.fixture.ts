import type { Patient } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import { daysAfter, today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { checkedFact, listedPlatform, meetOn } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { answerWish } from "@/lib/wishes/answer-wish";
import { makeWish } from "@/lib/wishes/make-wish";
import { getWish } from "@/lib/wishes/queries";
import { type MadePractice, makePatient, makePractice } from "@/test/factories";
import { composeTradeOff, type TradeOffKind } from "./compose-trade-off";
import type { AcknowledgeTradeOffInput } from "./input";
import { findTradeOff } from "./queries";

export type Agreed = Awaited<ReturnType<typeof makeAgreed>>;

/** The practice meets on Clearline; a patient wished for another service where nothing is recorded, and it was agreed. */
export async function makeAgreed(given?: { made: MadePractice; patient: Patient; ctx: PatientContext }) {
  const made = given?.made ?? (await makePractice());
  const { patient, ctx } = given ?? (await makePatient(made));
  const { id: here } = await listedPlatform(made);
  const { id: there } = await listedPlatform(made, { name: "Otherline" });
  await meetOn(made, here);
  await noteFact(made.owner, checkedFact(here, { value: "yes" }));
  await noteFact(made.owner, checkedFact(there));
  const agreement = { key: "vendor-agreement", value: "yes" } as const;
  for (const platformId of [here, there]) await noteFact(made.owner, checkedFact(platformId, agreement));
  const asked = { other: null, reason: null, next: null };
  const { wishId } = await makeWish(ctx, { patientId: patient.id, wish: there, ...asked });
  const day = await readPractice(made.owner, async (_, now) => today(now, made.practice.timeZone));
  await answerWish(made.therapist, {
    wishId,
    decision: "trial",
    platformId: there,
    fromOn: day,
    trialUntil: daysAfter(day, 30),
    reviewOn: daysAfter(day, 28),
    hindrance: null,
    words: null,
  });
  return { made, patient, ctx, here, there, wishId, day };
}

/** The text as it would be shown now. */
export async function shownTo({ made, wishId }: Agreed, kind: TradeOffKind, language: Language = "en") {
  const { owner } = made;
  return readPractice(owner, async (tx, now) => {
    const { wish } = await getWish(tx, owner, wishId);
    const found = await findTradeOff(tx, owner, wish, now);
    if (!found) throw new Error("nothing was agreed");
    return composeTradeOff(found.facts, language, kind);
  });
}

export async function signatureOf(agreed: Agreed): Promise<AcknowledgeTradeOffInput> {
  const { textSha256 } = await shownTo(agreed, "signed");
  const { wishId, patient } = agreed;
  return { wishId, language: "en", textSha256, printedName: patient.legalName, mark: null };
}

export async function explanationOf(agreed: Agreed) {
  const { textSha256 } = await shownTo(agreed, "explained", agreed.patient.language);
  return { wishId: agreed.wishId, explainedOn: agreed.day, textSha256 };
}
