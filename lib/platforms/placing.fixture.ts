import { v7 as uuid } from "uuid";
import { groups, placements, platformDefaults, platformFacts, platforms } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { type MadePractice, makePractice } from "@/test/factories";
import type { PlatformKind } from "./platform-name";

export type MadePlatform = { id: string; kind: PlatformKind; name: string };

/** A platform with the vendor's agreement where it is a service, and whether it is known that nothing is recorded there. */
export async function makePlatform(
  by: StaffContext,
  name: string,
  more: { kind?: PlatformKind; agreement?: "yes" | "no"; recording?: "yes" | "no" } = {},
): Promise<MadePlatform> {
  const { kind = "video", agreement = "yes", recording = "yes" } = more;
  const { practiceId, staffId } = by;
  const id = uuid();
  await inPractice(by, async (tx, now) => {
    await tx.insert(platforms).values({ practiceId, id, kind, name, addedAt: now, addedBy: staffId });
    const fact = {
      practiceId,
      platformId: id,
      source: "checked" as const,
      checkedOn: "2026-01-12",
      notedAt: now,
      notedBy: staffId,
    };
    await tx.insert(platformFacts).values([
      { ...fact, id: uuid(), key: "recording", value: recording },
      { ...fact, id: uuid(), key: "vendor-agreement", value: agreement },
    ]);
  });
  return { id, kind, name };
}

/** A practice that has met on Zoom since long ago, and may meet on Meet, which records, or by phone, which does not. */
export async function makeMeeting() {
  const made = await makePractice();
  const zoom = await makePlatform(made.owner, "Zoom");
  const meet = await makePlatform(made.owner, "Google Meet");
  const phone = await makePlatform(made.owner, "phone", { kind: "phone", agreement: "no", recording: "no" });
  await meetOn(made.owner, zoom);
  return { made, zoom, meet, phone };
}

/** The practice meets there since a time of long ago. */
export async function meetOn(by: StaffContext, { id: platformId }: MadePlatform) {
  const effectiveFrom = new Date("2026-01-12T08:00:00Z");
  const { practiceId } = by;
  const row = { practiceId, id: uuid(), platformId, effectiveFrom, setAt: effectiveFrom };
  await inPractice(by, (tx) => tx.insert(platformDefaults).values(row));
}

export async function makeGroup(made: MadePractice, name = "The Ruiz family"): Promise<{ id: string }> {
  const { practiceId } = made.system;
  const { staffId } = made.therapist;
  const id = uuid();
  await inPractice(made.system, (tx, now) =>
    tx.insert(groups).values({
      practiceId,
      id,
      kind: "family",
      name,
      treatingStaffId: staffId,
      madeAt: now,
      madeBy: staffId,
    }),
  );
  return { id };
}

export const placementsOf = ({ system }: MadePractice) =>
  inPractice(system, (tx) => tx.select().from(placements).orderBy(placements.placedAt, placements.id));
