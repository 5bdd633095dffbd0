import { createHash } from "node:crypto";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listTextsInForce, textsNaming } from "@/lib/disclosures/platform-texts";
import { listDisclosures } from "@/lib/disclosures/queries";
import type { Tx } from "@/lib/in-practice";
import { type DefaultRefusal, firstMoment, whyNotSetDefault } from "@/lib/platforms/placing-rules";
import { platformOfRecord, practiceDefault } from "@/lib/platforms/platform-of-record";
import { getPlatform, type ListedPlatform, listDefaults, listPlatforms } from "@/lib/platforms/queries";
import {
  type Conflict,
  canRecord,
  conflictsOf,
  type PlaceOnRefusal,
  whyNotPlaceOn,
} from "@/lib/platforms/rules";
import { getPractice } from "@/lib/practices/queries";
import { listHeldStates } from "@/lib/publishing/holders";
import { whoLacksRoom } from "@/lib/rooms/who-lacks-room";
import { listWhoMeets, type NamedOwner } from "./who-meets";

/** Somebody who keeps what is theirs; a trial keeps them for its time, and then they come along. */
export type Keeping = NamedOwner & { platformId: string; trialUntil: Date | null };

export type MovePlan = {
  platform: ListedPlatform;
  /** What the practice would have met on then. */
  former: ListedPlatform | null;
  at: Date;
  from: string;
  refusal: DefaultRefusal | null;
  conflicts: Conflict[];
  /** Why nobody can stay on the former one. */
  whyNobodyStays: PlaceOnRefusal | null;
  comes: NamedOwner[];
  keeps: Keeping[];
  /** Of those who come along: who has no room there yet, whose permission to record rests, and whose is live again. */
  lackRoom: ReadonlySet<string>;
  rest: ReadonlySet<string>;
  wake: ReadonlySet<string>;
  /** The texts that name the former one, by their disclosures. */
  texts: string[];
  /** The fingerprint of what this does to whom. */
  shown: string;
};

/** What moving the practice would do. Changes nothing. */
export async function planMove(
  tx: Tx,
  ctx: StaffContext,
  input: { platformId: string; from: string | null },
  now: Date,
): Promise<MovePlan> {
  const practice = await getPractice(tx, ctx);
  const day = today(now, practice.timeZone);
  const from = input.from ?? day;
  const at = firstMoment(input.from, now, practice.timeZone);
  const platform = await getPlatform(tx, ctx, input.platformId);
  const defaults = await listDefaults(tx, ctx);
  const before = practiceDefault(defaults, at);
  const former = (await listPlatforms(tx, ctx)).find(({ id }) => id === before?.platformId) ?? null;
  const everybody = (await listWhoMeets(tx, ctx)).map(({ placements, ...owner }) => {
    return { owner, record: platformOfRecord(placements, defaults, at) };
  });
  const comes = everybody.flatMap(({ owner, record }) => (record?.isOwn ? [] : [owner]));
  const keeps = everybody.flatMap(({ owner, record }) => {
    if (!record?.isOwn) return [];
    const { platformId, trialUntil } = record;
    return [{ ...owner, platformId, trialUntil: trialUntil && new Date(trialUntil.getTime() - 1) }];
  });
  const coming = new Set(comes.map(({ id }) => id));
  const { rest, wake } = await permissions(tx, ctx, coming, canRecord(platform), now);
  const texts = former ? textsNaming(await listTextsInForce(tx, ctx, now), former, at) : [];
  return {
    platform,
    former,
    at,
    from,
    refusal: whyNotSetDefault({ platform, practice, former: before, from, today: day }),
    conflicts: conflictsOf(platform.facts),
    whyNobodyStays: former && whyNotPlaceOn(former, practice, from),
    comes,
    keeps,
    rest,
    wake,
    lackRoom: new Set((await whoLacksRoom(tx, ctx, platform, comes, now)).map(({ id }) => id)),
    texts: texts.map(({ disclosureId }) => disclosureId),
    shown: fingerprint([
      ...[platform.id, from === day ? "now" : from, former?.id ?? ""],
      ...[...coming].toSorted(),
      ...keeps.map(({ id, platformId }) => `${id} keeps ${platformId}`).toSorted(),
      ...[...rest].map((id) => `${id} rests`).toSorted(),
    ]),
  };
}

/** Whose permission to record would rest, or be live again, by where they would meet. */
async function permissions(
  tx: Tx,
  ctx: StaffContext,
  coming: ReadonlySet<string>,
  mayRecord: boolean,
  now: Date,
) {
  const rest = new Set<string>();
  const wake = new Set<string>();
  for (const disclosure of await listDisclosures(tx, ctx)) {
    if (disclosure.kind !== "recording-consent") continue;
    for (const { patientId, state } of await listHeldStates(tx, ctx, disclosure, now)) {
      if (!coming.has(patientId)) continue;
      if (!mayRecord && state.word === "given") rest.add(patientId);
      if (mayRecord && state.restsBecause === "platform") wake.add(patientId);
    }
  }
  return { rest, wake };
}

function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}
