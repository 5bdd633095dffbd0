import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import type { Tx } from "@/lib/in-practice";
import { listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { canRecord, type PlaceOnRefusal, whyNotPlaceOn } from "@/lib/platforms/rules";
import { getPractice } from "@/lib/practices/queries";
import type { PlatformWish } from "@/lib/wishes/queries";
import { finalAnswer, type WishAnswer } from "@/lib/wishes/rules";
import type { TradeOffFacts } from "./compose-trade-off";

export type TradeOff = {
  facts: TradeOffFacts;
  answer: WishAnswer;
  /** Why the patient cannot be put there now, although it was agreed. */
  hindrance: PlaceOnRefusal | null;
};

/** What is different where a wish was agreed to lead, from the facts of this moment; null before anything is agreed. */
export async function findTradeOff(
  tx: Tx,
  ctx: Context,
  wish: PlatformWish,
  now: Date,
): Promise<TradeOff | null> {
  const answer = finalAnswer(wish);
  const platforms = await listPlatforms(tx, ctx);
  const there = platforms.find(({ id }) => id === answer?.platformId);
  if (!answer?.fromOn || !there) return null;
  const practice = await getPractice(tx, ctx);
  const day = today(now, practice.timeZone);
  const ofRecord = await platformsOfRecord(tx, ctx, [wish.patientId], now);
  const metOn = ofRecord({ patientId: wish.patientId })?.platformId;
  const here = platforms.find(({ id }) => id === metOn) ?? null;
  const { fromOn, trialUntil, reviewOn } = answer;
  const recording = await recordingThere(tx, ctx, wish.patientId, { here, there }, now);
  return {
    answer,
    facts: { now: here, there, fromOn, trialUntil, reviewOn, recording, today: day },
    hindrance: whyNotPlaceOn(there, practice, day),
  };
}

type Place = Parameters<typeof canRecord>[0];

async function recordingThere(
  tx: Tx,
  ctx: Context,
  patientId: string,
  { here, there }: { here: Place | null; there: Place },
  now: Date,
): Promise<TradeOffFacts["recording"]> {
  const recordsHere = here === null || canRecord(here);
  if (recordsHere === canRecord(there)) return null;
  const words = await recordingWords(tx, ctx, patientId, now);
  if (recordsHere) return words.includes("given") ? "rests" : null;
  return words.includes("given") || words.includes("resting") ? "again" : null;
}

/** How the patient stands with each text that asks to record. */
async function recordingWords(tx: Tx, ctx: Context, patientId: string, now: Date) {
  const disclosures = await listDisclosures(tx, ctx);
  const requests = await listRequestFacts(tx, ctx, [patientId]);
  return disclosures
    .filter(({ kind }) => kind === "recording-consent")
    .map(({ id, versions }) => {
      const own = requests.filter(({ disclosureId }) => disclosureId === id);
      return consentState({ versions, requests: own }, now).word;
    });
}
