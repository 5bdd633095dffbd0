import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { acknowledgements, messages, platformDefaults, platforms, signatures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { inPractice, readPractice } from "@/lib/in-practice";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { platformsOfRecord } from "@/lib/platforms/queries";
import { writtenBy } from "@/lib/platforms/write-placement";
import { type MadePractice, makePatient, makePractice } from "@/test/factories";
import { answerWish } from "./answer-wish";
import type { AnswerWishInput, MakeWishInput } from "./input";
import { makeWish } from "./make-wish";
import { placeAsAgreed } from "./place-as-agreed";
import { proposePlatform } from "./propose-platform";
import { getWish, listWishes, lockWish } from "./queries";
import { finalAnswer, wishState } from "./rules";

export type Ways = Record<"zoom" | "other" | "phone" | "in-person", string>;
export type Wishing = Awaited<ReturnType<typeof makeWishing>>;

/** The practice meets on Zoom; another service has no agreement with it, and phone and in person need none. */
export async function makeWays(made: MadePractice): Promise<Ways> {
  const { practiceId } = made.system;
  return inPractice(made.system, async (tx, now) => {
    const add = async (kind: PlatformKind, name: string) => {
      const id = uuid();
      await tx.insert(platforms).values({ practiceId, id, kind, name, addedAt: now });
      return id;
    };
    const ways = {
      zoom: await add("video", "Zoom"),
      other: await add("video", "Elsewhere"),
      phone: await add("phone", "phone"),
      "in-person": await add("in-person", "in person"),
    };
    const common = { platformId: ways.zoom, effectiveFrom: new Date("2026-01-01"), setAt: now };
    await tx.insert(platformDefaults).values({ practiceId, id: uuid(), ...common });
    return ways;
  });
}

export async function makeWishing() {
  const made = await makePractice();
  const ways = await makeWays(made);
  const { patient, ctx } = await makePatient(made);
  const day = await readPractice(made.system, async (_, now) => today(now, made.practice.timeZone));
  return { made, ways, patient, ctx, day };
}

export async function wish(
  { ctx, patient, ways }: Wishing,
  about: Partial<MakeWishInput> = {},
): Promise<string> {
  const asked = { patientId: patient.id, wish: ways.phone, other: null, reason: null, next: null };
  return (await makeWish(ctx, { ...asked, ...about })).wishId;
}

const nothing = {
  platformId: null,
  fromOn: null,
  trialUntil: null,
  reviewOn: null,
  hindrance: null,
  words: null,
};

export async function say(
  { made }: Wishing,
  wishId: string,
  answer: Partial<AnswerWishInput> & Pick<AnswerWishInput, "decision">,
): Promise<void> {
  await answerWish(made.therapist, { ...nothing, ...answer, wishId });
}

export async function sayYes(wishing: Wishing, wishId: string, fromOn = wishing.day) {
  await say(wishing, wishId, { decision: "yes", fromOn });
}

export async function propose(
  { made, patient, ways, day }: Wishing,
  about: Partial<Parameters<typeof proposePlatform>[1]> = {},
): Promise<string> {
  const proposed = { decision: "yes" as const, fromOn: day, trialUntil: null, reviewOn: null };
  const input = { patientId: patient.id, platformId: ways.phone, ...proposed, ...about };
  return (await proposePlatform(made.therapist, input)).wishId;
}

/** Reads what is different there, as the operation that signs does once its own rules have passed. */
export async function read(ctx: PatientContext, wishId: string) {
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, wishId),
    async (tx, now, { wish: found }) => {
      const words = { title: "What is different", inShort: "-", body: "-", statement: "I have read it." };
      const textSha256 = createHash("sha256").update(words.body).digest("hex");
      const signed = { practiceId: ctx.practiceId, id: uuid(), patientId: found.patientId };
      await tx.insert(signatures).values({ ...signed, kind: "acknowledgement", signedAt: now });
      await tx.insert(acknowledgements).values({
        ...signed,
        wishId,
        kind: "signed" as const,
        language: "en" as const,
        ...words,
        textSha256,
        acknowledgedAt: now,
        ...writtenBy(ctx),
      });
      const answer = finalAnswer(found);
      if (answer) await recordEvent(tx, ctx, await placeAsAgreed(tx, ctx, found, answer, now));
    },
  );
}

export async function standingOf({ made }: Wishing, wishId: string) {
  return readPractice(made.owner, async (tx, now) => {
    const { wish: found } = await getWish(tx, made.owner, wishId);
    return wishState(found, now, today(now, made.practice.timeZone));
  });
}

export async function wishesOf({ made, patient }: Wishing) {
  return readPractice(made.owner, (tx) => listWishes(tx, made.owner, [patient.id]));
}

/** What the patient meets on at these moments, as far as is known now. */
export async function metOn({ made, patient }: Wishing, moments: Date[]): Promise<(string | undefined)[]> {
  return readPractice(made.owner, async (tx) => {
    const at = async (moment: Date) =>
      (await platformsOfRecord(tx, made.owner, [patient.id], moment))({ patientId: patient.id })?.platformId;
    const met: (string | undefined)[] = [];
    for (const moment of moments) met.push(await at(moment));
    return met;
  });
}

/** Where the mails about how they meet would lead, one for each that is owed. */
export async function newsOwed({ made, patient }: Wishing): Promise<string[]> {
  return readPractice(made.owner, async (tx) => {
    const rows = await tx
      .select({ landing: messages.landing })
      .from(messages)
      .where(
        and(
          eq(messages.practiceId, made.practice.id),
          eq(messages.patientId, patient.id),
          eq(messages.kind, "platform-news"),
        ),
      );
    return rows.map(({ landing }) => landing);
  });
}

/** How many of them came through, and the reasons of the others. */
export function fates(tries: PromiseSettledResult<unknown>[]) {
  return tries.map((one) => (one.status === "fulfilled" ? "done" : (one.reason.reason ?? one.reason))).sort();
}
