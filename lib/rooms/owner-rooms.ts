import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import type { PlatformOfRecord } from "@/lib/platforms/platform-of-record";
import { type ListedPlatform, listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import type { ToAgree } from "@/lib/platforms/way-to-agree";
import { isOf, type ListedRoom, listRooms } from "./queries";
import { lacksRoom, type Owner } from "./rules";
import { takenBackByOwner } from "./taken-back-by-owner";

export type RoomsOnPlatform = {
  platformId: string;
  name: string;
  isOfRecord: boolean;
  open: ListedRoom | null;
  ended: ListedRoom[];
  /** When one of them took back what meeting there rests on: whoever gives them a room is told. */
  takenBackAt: Date | null;
};
export type OwnerRooms = {
  ofRecord: (PlatformOfRecord & { kind: ListedPlatform["kind"]; name: string }) | null;
  /** With whom of them another way is to be agreed first. */
  toAgree: ReadonlyMap<string, ToAgree>;
  /** They meet by video, and there is no meeting of theirs. */
  lacksRoom: boolean;
  /** Each platform that takes rooms and is in use, and each they ever had one on; the one they meet on first. */
  platforms: RoomsOnPlatform[];
};

/** How each of these owners meets, and the rooms they have and had. The caller has made sure of the owners. */
export async function ownerRooms(
  tx: Tx,
  ctx: Context,
  owners: readonly Owner[],
  language: Language,
  now: Date,
): Promise<(owner: Owner) => OwnerRooms> {
  const all = await listPlatforms(tx, ctx);
  const patientIds = owners.flatMap((owner) => ("patientId" in owner ? [owner.patientId] : []));
  const recordOf = await platformsOfRecord(tx, ctx, patientIds, now);
  const given = await listRooms(tx, ctx, owners);
  const takenBack = await takenBackByOwner(tx, ctx, owners, now);
  return (owner) => {
    const own = given.filter(isOf(owner));
    const record = recordOf(owner);
    const taken = takenBack(owner);
    const platform = all.find(({ id }) => id === record?.platformId);
    const platforms = all.flatMap(({ id, kind, leftAt, ...named }) => {
      const here = own.filter(({ platformId }) => platformId === id);
      const isOfRecord = id === platform?.id;
      if (kind !== "video" || (leftAt && !isOfRecord && here.length === 0)) return [];
      return {
        platformId: id,
        name: platformName({ kind, ...named }, language),
        isOfRecord,
        open: here.find(({ endedAt }) => !endedAt) ?? null,
        ended: here.filter(({ endedAt }) => endedAt),
        takenBackAt: taken.under({ id, kind }),
      };
    });
    const hasRoom = platforms.some(({ isOfRecord, open }) => isOfRecord && open !== null);
    const toAgree = platform ? taken.toAgree(platform) : new Map();
    return {
      ofRecord:
        record && platform
          ? { ...record, kind: platform.kind, name: platformName(platform, language) }
          : null,
      toAgree,
      lacksRoom: platform !== undefined && lacksRoom(platform, hasRoom, toAgree),
      platforms: platforms.toSorted((a, b) => Number(b.isOfRecord) - Number(a.isOfRecord)),
    };
  };
}
