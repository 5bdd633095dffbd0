import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatient } from "@/lib/patients/queries";
import { platformName } from "@/lib/platforms/platform-name";
import { listDefaults, listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { whyNotPlaceOn } from "@/lib/platforms/rules";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { describeWish } from "./describe-wish";
import { whyNotWish } from "./making-rules";
import { listNextAppointments } from "./next-appointments";
import { listWishes } from "./queries";

/** The wishes of one patient with what can be proposed or noted for them; the caller has shown that they may be seen. */
export async function wishesOfPatient(
  tx: Tx,
  ctx: StaffContext,
  patientId: string,
  now: Date,
  language: Language,
) {
  const practice = await getPractice(tx, ctx);
  const { timeZone, platformAnswerDays: answerDays } = practice;
  const { archivedAt } = await getPatient(tx, ctx, patientId);
  const platforms = await listPlatforms(tx, ctx);
  const defaults = await listDefaults(tx, ctx);
  const around = { now, timeZone, answerDays, language, platforms, defaults };
  const wishes = (await listWishes(tx, ctx, [patientId])).map((wish) =>
    describeWish(ctx, wish, "practice", around),
  );
  const record = (await platformsOfRecord(tx, ctx, [patientId], now))({ patientId });
  const [next] = await listNextAppointments(tx, ctx, [patientId]);
  const named = (platform: (typeof platforms)[number]) => ({
    id: platform.id,
    label: platformName(platform, language),
  });
  const day = today(now, timeZone);
  const elsewhere = platforms.filter(({ id, leftAt }) => id !== record?.platformId && !leftAt);
  const states = wishes.map(({ state }) => state);
  const facts = { isArchived: archivedAt !== null, states, ofRecord: record?.platformId ?? null };
  const isPlaceable = (platform: (typeof platforms)[number]) =>
    whyNotPlaceOn(platform, practice, day) === null;
  return {
    wishes,
    next: next
      ? {
          id: next.id,
          side: next.side,
          ...pick(platforms.filter(({ id }) => id === next.platformId).map(named)),
        }
      : null,
    /** Empty when nothing can be proposed now, by this person or for this patient. */
    proposable:
      whyNotMay(ctx, "answer-wishes") === null && whyNotWish(facts, null) === null
        ? elsewhere.filter(isPlaceable).map(named)
        : [],
    nextWays:
      whyNotMay(ctx, "note-appointments") === null && archivedAt === null
        ? elsewhere.filter(({ kind, id }) => kind !== "video" && id !== next?.platformId).map(named)
        : [],
    mayNoteNext: whyNotMay(ctx, "note-appointments") === null,
  };
}

function pick(found: { label: string }[]): { way: string } {
  return { way: found[0]?.label ?? "" };
}
