import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import { noteTrouble } from "@/lib/platforms/note-trouble";
import { acknowledgeTradeOff } from "@/lib/trade-offs/acknowledge-trade-off";
import { composeTradeOff, type TradeOffKind } from "@/lib/trade-offs/compose-trade-off";
import { noteExplained } from "@/lib/trade-offs/note-explained";
import { findTradeOff } from "@/lib/trade-offs/queries";
import { answerWish } from "@/lib/wishes/answer-wish";
import { makeWish } from "@/lib/wishes/make-wish";
import { proposePlatform } from "@/lib/wishes/propose-platform";
import { listWishes } from "@/lib/wishes/queries";
import type { WishStep } from "./story";
import type { Player } from "./world";
import { zone } from "./zone";

const day = 86_400_000;

/** Plays what a patient and the practice say about how they meet. */
export async function playWish(player: Player, step: WishStep, ctx: PatientContext, now: Date) {
  const { staff, platforms, patient } = player;
  const { id: patientId } = patient;
  const on = (inDays: number) => today(new Date(now.getTime() + inDays * day), zone);
  const named = (key: Parameters<typeof platforms.get>[0]) => platforms.get(key) ?? "";
  switch (step.what) {
    case "wished": {
      const wish = step.wish === "not-sure" ? step.wish : named(step.wish);
      const next = step.next ? named(step.next) : null;
      return makeWish(ctx, { patientId, wish, other: null, reason: step.reason ?? null, next });
    }
    case "proposed": {
      const days = { fromOn: on(0), trialUntil: on(step.trialDays), reviewOn: on(step.trialDays) };
      const offered = { patientId, platformId: named(step.platform), decision: "trial" } as const;
      return proposePlatform(staff.therapist, { ...offered, ...days });
    }
    case "agreed-to-try":
      return answerWish(staff.therapist, {
        wishId: (await latestWish(player)).id,
        decision: "trial",
        platformId: named(step.platform),
        fromOn: on(0),
        trialUntil: on(step.trialDays),
        reviewOn: on(step.trialDays),
        hindrance: null,
        words: null,
        wordsLanguage: undefined,
      });
    case "not-possible":
      return answerWish(staff.therapist, {
        wishId: (await latestWish(player)).id,
        decision: "not-possible",
        platformId: null,
        fromOn: null,
        trialUntil: null,
        reviewOn: null,
        hindrance: step.hindrance,
        words: null,
        wordsLanguage: undefined,
      });
    case "explained":
      return noteExplained(staff.therapist, {
        ...(await shown(player, "explained", now)),
        explainedOn: on(0),
      });
    case "signed-trade-off":
      return acknowledgeTradeOff(ctx, {
        ...(await shown(player, "signed", now)),
        language: patient.language,
        printedName: player.signerName,
        mark: null,
      });
    case "had-trouble":
      return noteTrouble(ctx, { patientId, kind: step.trouble });
  }
}

async function latestWish({ staff, patient }: Player) {
  const { therapist } = staff;
  const [latest] = await readPractice(therapist, (tx) => listWishes(tx, therapist, [patient.id]));
  if (!latest) throw new Error(`${patient.legalName} wished nothing`);
  return latest;
}

async function shown(player: Player, kind: TradeOffKind, now: Date) {
  const { therapist } = player.staff;
  const wish = await latestWish(player);
  const tradeOff = await readPractice(therapist, (tx) => findTradeOff(tx, therapist, wish, now));
  if (!tradeOff) throw new Error(`Nothing was agreed with ${player.patient.legalName}`);
  const { textSha256 } = composeTradeOff(tradeOff.facts, player.patient.language, kind);
  return { wishId: wish.id, textSha256 };
}
