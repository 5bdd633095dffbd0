import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import { listGroups } from "@/lib/groups/queries";
import type { Tx } from "@/lib/in-practice";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { placementsByOwner } from "@/lib/platforms/queries";
import { takenBackBy } from "@/lib/platforms/taken-back";
import { type ToAgree, takenBackUnder, toAgree } from "@/lib/platforms/way-to-agree";
import { getPractice } from "@/lib/practices/queries";
import type { Owner } from "./rules";

type Way = { id: string; kind: PlatformKind };

/** What those who meet as an owner took back of what it rests on: the patient, or who belongs to the group and may be read. */
export async function takenBackByOwner(tx: Tx, ctx: Context, owners: readonly Owner[], now: Date) {
  const groupIds = owners.flatMap((owner) => ("groupId" in owner ? [owner.groupId] : []));
  const groups = groupIds.length > 0 ? await listGroups(tx, ctx, { ids: groupIds }) : [];
  const whoMeets = (owner: Owner) => {
    if ("patientId" in owner) return [owner.patientId];
    const members = groups.find(({ id }) => id === owner.groupId)?.members ?? [];
    return members.filter(({ leftOn }) => !leftOn).map(({ patientId }) => patientId);
  };
  const people = [...new Set(owners.flatMap(whoMeets))];
  const takenBack = await takenBackBy(tx, ctx, people);
  const placed = await placementsByOwner(tx, ctx, people);
  const day = today(now, (await getPractice(tx, ctx)).timeZone);
  return (owner: Owner) => {
    const factsOf = (patientId: string) => ({ takenBack: takenBack(patientId), placements: placed(owner) });
    return {
      toAgree: (way: Way): ReadonlyMap<string, ToAgree> =>
        new Map(
          whoMeets(owner).flatMap((patientId) => {
            const found = toAgree(way, factsOf(patientId), now, day);
            return found ? [[patientId, found]] : [];
          }),
        ),
      under: (way: Way): Date | null =>
        whoMeets(owner).reduce<Date | null>((last, patientId) => {
          const at = takenBackUnder(way, factsOf(patientId), now);
          return at && (!last || at > last) ? at : last;
        }, null),
    };
  };
}
