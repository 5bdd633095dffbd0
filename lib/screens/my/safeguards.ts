import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { platformName } from "@/lib/platforms/platform-name";
import { listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { freshnessFor } from "@/lib/safeguards/claims";
import { listSafeguards } from "@/lib/safeguards/queries";
import { isFresh } from "@/lib/safeguards/rules";

/** What the therapist of each patient does to protect their sessions where they meet, and when it was last checked. */
export async function ownSafeguardsPage(ctx: PatientContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const day = today(now, timeZone);
    const live = (await listSafeguards(tx, ctx)).filter(({ droppedAt }) => !droppedAt);
    const platforms = new Map((await listPlatforms(tx, ctx)).map((platform) => [platform.id, platform]));
    const names = new Map((await listStaff(tx, ctx)).map((member) => [member.id, member.name]));
    const ofRecord = await platformsOfRecord(tx, ctx, ctx.patientIds, now);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    return {
      practice: { name, phone, timeZone, crisisLine },
      people: patients.map(({ id, calledName, treatingStaffId }) => {
        const meetsOn = ofRecord({ patientId: id })?.platformId ?? null;
        const theirs = live.filter(({ platformId }) => !platformId || !meetsOn || platformId === meetsOn);
        return {
          id,
          calledName,
          therapist: names.get(treatingStaffId) ?? "",
          claims: theirs.map((safeguard) => {
            const freshness = freshnessFor(safeguard, treatingStaffId, day);
            const platform = platforms.get(safeguard.platformId ?? "");
            const isChecked = isFresh(freshness);
            return {
              id: safeguard.id,
              words: (isChecked ? safeguard.claim : safeguard.intent)[language],
              isChecked,
              checkedOn: freshness.checkedOn,
              platform: platform ? platformName(platform, language) : null,
            };
          }),
        };
      }),
    };
  });
}
