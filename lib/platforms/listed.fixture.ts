import { v7 as uuid } from "uuid";
import { platformDefaults } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { inPractice, readPractice } from "@/lib/in-practice";
import type { MadePractice } from "@/test/factories";
import { addPlatform } from "./add-platform";
import type { AddPlatformInput, NoteFactInput } from "./input";
import { getPlatform } from "./queries";
import { writePlacement } from "./write-placement";

/** A platform of the practice, unless said otherwise a video service of which nothing is known. */
export async function listedPlatform(made: MadePractice, input: Partial<AddPlatformInput> = {}) {
  return addPlatform(made.owner, { kind: "video", name: "Clearline", starter: null, ...input });
}

export function seenPlatform({ owner }: MadePractice, platformId: string) {
  return readPractice(owner, (tx) => getPlatform(tx, owner, platformId));
}

export async function meetOn({ owner }: Pick<MadePractice, "owner">, platformId: string, from?: Date) {
  await inPractice(owner, async (tx, now) => {
    const { practiceId, staffId: setBy } = owner;
    const effectiveFrom = from ?? now;
    await tx
      .insert(platformDefaults)
      .values({ practiceId, id: uuid(), platformId, effectiveFrom, setAt: now, setBy });
    const at = effectiveFrom.toISOString();
    await recordEvent(tx, owner, { name: "platform.default-set", platformId, effectiveFrom: at });
  });
}

export async function placeOn({ owner }: MadePractice, patientId: string, platformId: string, until?: Date) {
  await inPractice(owner, async (tx, now) => {
    const placed = { patientId, platformId, since: now, origin: "staff", ...(until && { until }) } as const;
    const { id: placementId } = await writePlacement(tx, owner, placed, now);
    const about = { patient: patientId, placementId, platformId, origin: "staff" };
    await recordEvent(tx, owner, { name: "patient.placed", ...about });
  });
}

/** What the practice has seen itself about recording. */
export function checkedFact(platformId: string, fact: Partial<NoteFactInput> = {}): NoteFactInput {
  return {
    platformId,
    key: "recording",
    value: "no",
    source: "checked",
    sourceName: null,
    words: { en: "Switched off in the account.", es: "Desactivado en la cuenta." },
    link: "https://clearline.test/recording",
    checkedOn: "2026-01-12",
    goodUntil: null,
    ...fact,
  };
}
