import { sql } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { textMatcher } from "@/lib/patients/fold-text";
import { visiblePatients } from "@/lib/patients/queries";
import { listRefusedMailboxes } from "@/lib/patients/refused-mailboxes";
import { signingCapacity } from "@/lib/patients/rules";
import type { WayToAsk } from "@/lib/requests/ways-to-ask";
import type { HeldState } from "./holders";

export type AffectedPerson = {
  id: string;
  name: string;
  phone: string | null;
  mailLanguage: Language;
  way: WayToAsk;
};

export type Affected = {
  total: number;
  /** By way, of those this staff member may see; the others are counted alone. */
  ways: Record<WayToAsk, number>;
  ofColleagues: number;
  matching: number;
  people: AffectedPerson[];
};

const mostNamed = 100;

/** Those who hold an answer, by name and by the way a new question reaches them. */
export async function readAffected(
  tx: Tx,
  ctx: StaffContext,
  holders: readonly HeldState[],
  { search, timeZone, now }: { search: string; timeZone: string; now: Date },
): Promise<Affected> {
  const states = new Map(holders.map(({ patientId, state }) => [patientId, state]));
  const refused = await listRefusedMailboxes(tx, ctx);
  const visible = await tx
    .select()
    .from(patients)
    .where(visiblePatients(ctx, "see-patients"))
    .orderBy(sql`${patients.legalName} collate "und-x-icu"`, patients.id);
  const day = today(now, timeZone);
  const people = visible.flatMap((patient): AffectedPerson[] => {
    const state = states.get(patient.id);
    if (!state) return [];
    const way = wayTo({
      isOpen: state.question !== null,
      isOutgrown: signingCapacity(patient, day) === null,
      hasEmail: patient.email !== null,
      isRefused: refused.has(patient.id),
    });
    const { id, legalName: name, phone, language: mailLanguage } = patient;
    return [{ id, name, phone, mailLanguage, way }];
  });
  const isFound = textMatcher(search);
  const matching = people.filter(({ name }) => isFound(name));
  return {
    total: holders.length,
    ways: countWays(people),
    ofColleagues: holders.length - people.length,
    matching: matching.length,
    people: matching.slice(0, mostNamed),
  };
}

/** The first of these that is so. */
export function wayTo(facts: {
  isOpen: boolean;
  isOutgrown: boolean;
  hasEmail: boolean;
  isRefused: boolean;
}): WayToAsk {
  if (facts.isOpen) return "open-already";
  if (facts.isOutgrown) return "of-age";
  if (!facts.hasEmail) return "in-the-room";
  return facts.isRefused ? "not-delivered" : "message";
}

function countWays(people: readonly AffectedPerson[]): Record<WayToAsk, number> {
  const count = (way: WayToAsk) => people.filter((person) => person.way === way).length;
  return {
    message: count("message"),
    "in-the-room": count("in-the-room"),
    "not-delivered": count("not-delivered"),
    "of-age": count("of-age"),
    "open-already": count("open-already"),
  };
}
