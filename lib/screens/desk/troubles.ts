import type { PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatient, getShownPatients } from "@/lib/patients/queries";
import { listTroubles } from "@/lib/platforms/history";
import { platformName } from "@/lib/platforms/platform-name";
import { listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { troublesOf } from "@/lib/platforms/rules";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";

/** What may have gone wrong where somebody meets, for those the mailbox stands for; and who reads it. */
export async function troublesToNote(tx: Tx, ctx: PatientContext, language: Language, now: Date) {
  const platforms = await listPlatforms(tx, ctx);
  const ofRecord = await platformsOfRecord(tx, ctx, ctx.patientIds, now);
  const asked = [];
  for (const patient of await getShownPatients(tx, ctx, ctx.patientIds)) {
    const { id: patientId, archivedAt, treatingName: readBy } = patient;
    const platform = platforms.find(({ id }) => id === ofRecord({ patientId })?.platformId);
    const kinds = platform && !archivedAt ? troublesOf(platform.kind) : [];
    if (platform && kinds.length > 0)
      asked.push({ patientId, platform: platformName(platform, language), kinds, readBy });
  }
  return asked;
}

/** What did not work in this patient's appointments, and what can be noted about where they meet now. */
export async function patientTroubles(
  tx: Tx,
  ctx: StaffContext,
  patientId: string,
  language: Language,
  now: Date,
) {
  const { archivedAt } = await getPatient(tx, ctx, patientId);
  const { timeZone } = await getPractice(tx, ctx);
  const platforms = await listPlatforms(tx, ctx);
  const nameOf = new Map(platforms.map((one) => [one.id, platformName(one, language)]));
  const ofRecord = (await platformsOfRecord(tx, ctx, [patientId], now))({ patientId });
  const platform = platforms.find(({ id }) => id === ofRecord?.platformId);
  const mayNote = !archivedAt && whyNotMay(ctx, "note-appointments") === null;
  return {
    timeZone,
    platform: platform ? platformName(platform, language) : null,
    kinds: mayNote && platform ? troublesOf(platform.kind) : [],
    troubles: (await listTroubles(tx, ctx, { patientId })).map((one) => ({
      ...one,
      platform: nameOf.get(one.platformId) ?? "",
    })),
  };
}
