import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { platformName } from "@/lib/platforms/platform-name";
import { listDefaults, listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { whyNotPlaceOn } from "@/lib/platforms/rules";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { describeWish } from "@/lib/wishes/describe-wish";
import { whyNotWish } from "@/lib/wishes/making-rules";
import { listNextAppointments } from "@/lib/wishes/next-appointments";
import { listWishes } from "@/lib/wishes/queries";
import { isMetOn, isOpen } from "@/lib/wishes/rules";

/** How somebody meets now, what they wished, and what they may wish: for each person they act for. */
export async function myPlatformPage(ctx: PatientContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const theirs = await getPractice(tx, ctx);
    const { name, phone, timeZone, crisisLine } = theirs;
    const day = today(now, timeZone);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const platforms = await listPlatforms(tx, ctx);
    const defaults = await listDefaults(tx, ctx);
    const around = { now, timeZone, answerDays: theirs.platformAnswerDays, language, platforms, defaults };
    const ofRecord = await platformsOfRecord(tx, ctx, ctx.patientIds, now);
    const meeting = await whereTheyMeet(tx, ctx, ctx.patientIds, now);
    const wishes = await listWishes(tx, ctx, ctx.patientIds);
    const chosen = await listNextAppointments(tx, ctx, ctx.patientIds);
    const possible = platforms.filter((platform) => whyNotPlaceOn(platform, theirs, day) === null);
    const named = (id: string | undefined) => {
      const platform = platforms.find((one) => one.id === id);
      return platform ? platformName(platform, language) : null;
    };
    const people = patients.map(({ id, calledName, mailboxOf, isArchived }) => {
      const own = wishes.filter(({ patientId }) => patientId === id);
      const shown = own.map((wish) => describeWish(ctx, wish, "patient", around));
      const record = ofRecord({ patientId: id });
      const next = chosen.find(({ patientId }) => patientId === id);
      const elsewhere = possible.filter((platform) => platform.id !== record?.platformId);
      const states = shown.map(({ state }) => state);
      const facts = { isArchived, states, ofRecord: record?.platformId ?? null };
      const living = shown.filter(({ state }) => isOpen(state) || isMetOn(state) || state === "trial-over");
      return {
        id,
        calledName,
        isReader: mailboxOf === "patient",
        isArchived,
        now: named(record?.platformId),
        meets: meeting(id),
        trialUntil: record?.trialUntil ?? null,
        next: next ? { id: next.id, way: named(next.platformId), side: next.side } : null,
        wishes: living.length > 0 ? living : shown.slice(0, 1).filter(({ state }) => state !== "followed"),
        mayWish: whyNotWish(facts, null) === null,
        ways: elsewhere.map((platform) => ({ ...platform, label: platformName(platform, language) })),
        nextWays: elsewhere
          .filter((platform) => platform.kind !== "video" && platform.id !== next?.platformId)
          .map((platform) => ({ id: platform.id, label: platformName(platform, language) })),
        /** What could be asked for instead of what is not possible. */
        remaining: possible.map((platform) => platformName(platform, language)),
      };
    });
    return { practice: { name, phone, timeZone, crisisLine }, people };
  });
}

export type MyPlatformPage = Awaited<ReturnType<typeof myPlatformPage>>;
export type PersonsPlatform = MyPlatformPage["people"][number];
