import type { StaffContext } from "@/lib/context";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { listWhoMeets, type NamedOwner } from "@/lib/moves/who-meets";
import { textMatcher } from "@/lib/patients/fold-text";
import { platformName } from "@/lib/platforms/platform-name";
import { platformOfRecord } from "@/lib/platforms/platform-of-record";
import { listDefaults } from "@/lib/platforms/queries";
import { type MetOn, namedPlatforms } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { reach } from "@/lib/roles";
import { listRoomsInUse } from "@/lib/rooms/open-rooms";
import { asOwner, lacksRoom } from "@/lib/rooms/rules";
import { takenBackByOwner } from "@/lib/rooms/taken-back-by-owner";

export const roomFilters = ["all", "lacking", "elsewhere"] as const;
export type RoomFilter = (typeof roomFilters)[number];
export type RoomsParams = { search: string; show: RoomFilter; platformId: string | null; page: number };

type InUse = Awaited<ReturnType<typeof listRoomsInUse>>[number];

/** A room, or that somebody lacks one where they meet. */
export type RoomRow = {
  owner: NamedOwner;
  platform: MetOn;
  /** Null: they meet there and have no meeting of their own. */
  room: Pick<InUse, "id" | "assignedAt" | "assignedByName"> | null;
  /** The last letters of the meeting, for who may open it. */
  ending: string | null;
  /** Where they meet now, of a room that is somewhere else; null where they meet in it, or nobody said where. */
  meetsOn: MetOn | null;
  /** When one of them took back what meeting there rests on. */
  takenBackAt: Date | null;
  mayGive: boolean;
};

const rowsOnPage = 50;

/** Who meets in which room, as far as one sees them, and who meets by video and has none yet. */
export async function roomsPage(ctx: StaffContext, params: RoomsParams, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const rows = (await listRows(tx, ctx, now)).toSorted(byName(language));
    const isFound = textMatcher(params.search);
    const platforms = new Map(rows.map(({ platform }) => [platform.id, platform]));
    const platform = platforms.get(params.platformId ?? "") ?? null;
    const searched = rows.filter(
      (row) => isFound(row.owner.name) && (!platform || row.platform.id === platform.id),
    );
    const kept = {
      all: searched,
      lacking: searched.filter(({ room }) => !room),
      elsewhere: searched.filter(({ room, meetsOn }) => room && meetsOn),
    };
    const matching = kept[params.show];
    const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
    const page = Math.min(Math.max(1, params.page), pages);
    const nameOf = (one: MetOn) => platformName(one, language);
    return {
      timeZone,
      rows: matching.slice((page - 1) * rowsOnPage, page * rowsOnPage).map((row) => ({
        ...row,
        platform: { id: row.platform.id, name: nameOf(row.platform) },
      })),
      counts: roomFilters.map((key) => ({ key, count: kept[key].length })),
      platforms: [...platforms.values()].map((one) => ({ id: one.id, name: nameOf(one) })),
      platformId: platform?.id ?? null,
      toPaste: toPaste(rows).map(({ platform: one, count }) => ({ id: one.id, name: nameOf(one), count })),
      matches: matching.length,
      total: rows.length,
      page,
      pages,
    };
  });
}

async function listRows(tx: Tx, ctx: StaffContext, now: Date): Promise<RoomRow[]> {
  const sees = within(ctx, "see-patients");
  const gives = within(ctx, "manage-rooms");
  const defaults = await listDefaults(tx, ctx);
  const named = await namedPlatforms(tx, ctx);
  const inUse = Map.groupBy(
    await listRoomsInUse(tx, ctx),
    ({ patientId, groupId }) => patientId ?? groupId ?? "",
  );
  const owners = (await listWhoMeets(tx, ctx)).filter(sees).map(({ placements, ...owner }) => {
    const record = platformOfRecord(placements, defaults, now);
    return { owner, meetsOn: named.get(record?.platformId ?? "") ?? null, rooms: inUse.get(owner.id) ?? [] };
  });
  const without = owners.filter(
    ({ meetsOn, rooms }) => !rooms.some((room) => room.platformId === meetsOn?.id),
  );
  const takenBack = await takenBackByOwner(
    tx,
    ctx,
    without.map(({ owner }) => asOwner(owner)),
    now,
  );

  return owners.flatMap(({ owner, meetsOn, rooms }): RoomRow[] => {
    const mayGive = gives(owner);
    const given = rooms.flatMap(({ platformId, ending, ...room }) => {
      const platform = named.get(platformId);
      if (!platform) return [];
      return {
        owner,
        platform,
        room,
        ending: mayGive ? ending : null,
        meetsOn: platformId === meetsOn?.id ? null : meetsOn,
        takenBackAt: null,
        mayGive,
      };
    });
    const hasRoom = given.some(({ platform }) => platform.id === meetsOn?.id);
    if (!meetsOn || hasRoom) return given;
    const taken = takenBack(asOwner(owner));
    if (!lacksRoom(meetsOn, false, taken.toAgree(meetsOn))) return given;
    const takenBackAt = taken.under(meetsOn);
    return [
      { owner, platform: meetsOn, room: null, ending: null, meetsOn: null, takenBackAt, mayGive },
      ...given,
    ];
  });
}

function within(ctx: StaffContext, ability: "see-patients" | "manage-rooms") {
  const far = reach(ctx.roles, ability);
  return ({ treatingStaffId }: NamedOwner) =>
    far === "all" || (far === "own" && treatingStaffId === ctx.staffId);
}

/** Video services on which several lack a room that one may give. */
function toPaste(rows: readonly RoomRow[]) {
  const lacking = rows.filter(({ room, mayGive }) => !room && mayGive);
  return [...Map.groupBy(lacking, ({ platform }) => platform.id).values()].flatMap((here) => {
    const [first] = here;
    return first && here.length > 1 ? [{ platform: first.platform, count: here.length }] : [];
  });
}

function byName(language: Language) {
  const { compare } = new Intl.Collator(language);
  return (a: RoomRow, b: RoomRow) => compare(a.owner.name, b.owner.name);
}
