import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { auditHeads, events } from "@/db/schema";
import { eventBody, type StoredEvent, storedEvent } from "@/lib/audit/event-body";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { trailOrigin } from "@/lib/audit/trail-origin";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import type { SystemContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { makePractice } from "@/test/factories";
import { firstPrev, verifyTrail } from "@/verifier/trail/verify-trail";
import { type Figure, figureOf } from "./figures";
import { inChunks, makeSignedInPatients, type SignedInPatient } from "./practice";
import type { Sizes } from "./sizes";

/** A trail as long as a busy practice's after years: re-derived from the database, and without it. */
export async function measureTrail({ events: length, patients, rounds }: Sizes["trail"]): Promise<Figure[]> {
  const made = await makePractice({ name: "Trail" });
  const { system } = made;
  const people = await makeSignedInPatients({ ...made, texts: [] }, patients, []);
  const trail = longTrail(system, people, length);
  await storeTrail(system, trail);
  await signTrail(system);

  const stored: number[] = [];
  const inMemory: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    const verdict = await verifyStoredTrail(system);
    if (!verdict.ok) throw new Error(verdict.says.en);
    stored.push((1_000 * verdict.size) / (performance.now() - began));
    const { user, system: kernel } = process.cpuUsage(used);
    cpu.push((user + kernel) / verdict.size);

    const origin = trailOrigin(system.practiceId);
    const again = performance.now();
    const alone = await verifyTrail(trail, [], [], { practice: system.practiceId, origin });
    if (!alone.ok) throw new Error(alone.says.en);
    inMemory.push((1_000 * length) / (performance.now() - again));
  }
  return [
    figureOf("trail", "Events verified by audit verify", "/s", stored, { atLeast: 100_000 }),
    figureOf("trail", "  without the database", "/s", inMemory),
    figureOf("trail", "  CPU of the verifier, an event", "µs", cpu),
  ];
}

export function longTrail(
  { practiceId }: SystemContext,
  people: readonly SignedInPatient[],
  length: number,
): StoredEvent[] {
  const trail: StoredEvent[] = [];
  const began = Date.now() - length * 1_000;
  for (let seq = 0; seq < length; seq++) {
    const prev = trail[seq - 1]?.leaf ?? firstPrev;
    const person = people[seq % people.length];
    const event = {
      name: "consent.given" as const,
      patient: person?.id ?? "",
      requestId: uuid(),
      answerId: uuid(),
      versionId: uuid(),
      yes: 3,
      no: 1,
      allowed: [],
      refused: [],
    };
    const actor = { kind: "patient" as const, id: person?.userId ?? "" };
    const at = new Date(began + seq * 1_000);
    trail.push(
      storedEvent(eventBody({ practice: practiceId, seq, at, actor, route: "portal", event, prev })),
    );
  }
  return trail;
}

export async function storeTrail(system: SystemContext, trail: readonly StoredEvent[]): Promise<void> {
  const { practiceId } = system;
  for (const some of inChunks(trail)) {
    await inPractice(system, (tx) =>
      tx.insert(events).values(some.map((one) => ({ ...one, practiceId, id: uuid(), at: new Date(one.at) }))),
    );
  }
  const last = trail.at(-1);
  if (!last) return;
  await inPractice(system, (tx) =>
    tx
      .update(auditHeads)
      .set({ size: trail.length, leaf: last.leaf, at: new Date(last.at) })
      .where(eq(auditHeads.practiceId, practiceId)),
  );
}
