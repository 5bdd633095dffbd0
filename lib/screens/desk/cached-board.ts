import { and, asc, eq, gte } from "drizzle-orm";
import { auditHeads, events } from "@/db/schema";
import type { EventName } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import type { Tx } from "@/lib/in-practice";
import { listUndelivered } from "@/lib/patients/undelivered";
import { reach } from "@/lib/roles";
import {
  type BoardDisclosure,
  type BoardPerson,
  computePeople,
  listActiveIds,
  publishedAt,
} from "./board-people";

type Kept = {
  /** How far the trail had come before any of it was read. */
  size: number;
  leaf: string;
  keptAt: Date;
  dueAt: Date;
  disclosures: BoardDisclosure[];
  people: BoardPerson[];
};

declare global {
  // Next bundles a module more than once into one process, and the memory is one all the same.
  var candorBoards: Map<string, Kept> | undefined;
}

/** Cells (a patient and a text) kept for all practices together: about 50 MB. */
const mostCells = 40_000;
/** Even if no event came: a change made past the trail is seen after so long. */
const longest = 10 * 60_000;
/** When more patients than that changed, all are computed again. */
const mostNamed = 500;

/** Events that change nobody's place on the board. */
const changingNobody: ReadonlySet<string> = new Set<EventName>([
  "access.refused",
  "checkpoint.signed",
  "document.opened",
  "document.sealed",
  "export.made",
  "message.delivered",
  "message.failed",
  "message.settled",
  "patient.viewed",
  "room.opened",
  "session.closed",
  "session.opened",
  "session.opened-unproven",
]);

/** The published texts, and where each patient stands whom the caller may see: who was not reached is looked up anew. */
export async function boardPeople(tx: Tx, ctx: StaffContext, now: Date) {
  const { disclosures, people } = await keptBoard(tx, ctx, now);
  const undelivered = new Set((await listUndelivered(tx, ctx, now)).map(({ patientId }) => patientId));
  const reached = reach(ctx.roles, "see-patients");
  const visible = people.filter(
    ({ treatingStaffId }) => reached === "all" || (reached === "own" && treatingStaffId === ctx.staffId),
  );
  return {
    published: publishedAt(disclosures, now),
    people: visible.map((person) =>
      undelivered.has(person.patient.id)
        ? { ...person, patient: { ...person.patient, undelivered: true }, lastRow: null }
        : person,
    ),
  };
}

/**
 * The board of the whole practice, kept in this process and brought up to date by the trail: every change of it is an
 * event, and only whom the new ones name are computed again. The trail is read first, and nothing from before it is
 * used, so that what is read after it is at least as new. No operation tells this memory anything, so two processes stay right.
 */
async function keptBoard(tx: Tx, ctx: StaffContext, now: Date): Promise<Kept> {
  const found = boards().get(ctx.practiceId);
  const kept = found && found.keptAt <= now && now < found.dueAt ? found : null;
  const since = kept && (await eventsSince(tx, ctx, kept));
  const named = since && whomTheyName(since.slice(1));
  const fresh =
    kept && since && named ? await updated(tx, ctx, { kept, since, named }, now) : await made(tx, ctx, now);
  keep(ctx.practiceId, fresh);
  return fresh;
}

async function made(tx: Tx, ctx: StaffContext, now: Date): Promise<Kept> {
  const { size, leaf, practiceId } = auditHeads;
  const [head] = await tx.select({ size, leaf }).from(auditHeads).where(eq(practiceId, ctx.practiceId));
  tx.forgetAnswers();
  const disclosures = await listDisclosures(tx, ctx);
  const { people, dueAt } = await computePeople(tx, ctx, null, disclosures, now);
  const until = new Date(Math.min(dueAt.getTime(), now.getTime() + longest));
  return { size: head?.size ?? 0, leaf: head?.leaf ?? "", keptAt: now, dueAt: until, disclosures, people };
}

type TrailRow = { seq: number; leaf: string; name: string; patientId: string | null };

/** The last entry that was known and all after it; null where the trail does not go on from there. */
async function eventsSince(tx: Tx, ctx: StaffContext, kept: Kept): Promise<TrailRow[] | null> {
  const { seq, leaf, name, patientId, practiceId } = events;
  const rows = await tx
    .select({ seq, leaf, name, patientId })
    .from(events)
    .where(and(eq(practiceId, ctx.practiceId), gte(seq, kept.size - 1)))
    .orderBy(asc(seq))
    .limit(mostNamed + 2);
  const [last] = rows;
  return last?.seq === kept.size - 1 && last.leaf === kept.leaf && rows.length < mostNamed + 2 ? rows : null;
}

/** Who may stand elsewhere after these events; null: everybody. */
export function whomTheyName(since: readonly Pick<TrailRow, "name" | "patientId">[]): Set<string> | null {
  const named = new Set<string>();
  for (const { name, patientId } of since) {
    if (changingNobody.has(name)) continue;
    if (!patientId) return null;
    named.add(patientId);
  }
  return named;
}

async function updated(
  tx: Tx,
  ctx: StaffContext,
  { kept, named, since }: { kept: Kept; named: ReadonlySet<string>; since: TrailRow[] },
  now: Date,
): Promise<Kept> {
  const { seq = kept.size - 1, leaf = kept.leaf } = since.at(-1) ?? {};
  const known = { ...kept, size: seq + 1, leaf };
  if (named.size === 0) return known;
  tx.forgetAnswers();
  const { people, dueAt } = await computePeople(tx, ctx, [...named], kept.disclosures, now);
  const anew = new Map(people.map((person) => [person.patient.id, person]));
  const before = kept.people.filter(({ patient }) => named.has(patient.id));
  const isInPlace =
    people.length <= before.length &&
    before.every(({ patient }) => {
      const person = anew.get(patient.id);
      return !person || person.patient.legalName === patient.legalName;
    });
  const others = kept.people.flatMap((person) =>
    named.has(person.patient.id) ? (anew.get(person.patient.id) ?? []) : person,
  );
  return {
    ...known,
    dueAt: dueAt < kept.dueAt ? dueAt : kept.dueAt,
    people: isInPlace ? others : await inOrder(tx, ctx, [...kept.people, ...people]),
  };
}

/** Where a patient comes twice, the later entry counts. */
async function inOrder(tx: Tx, ctx: StaffContext, people: readonly BoardPerson[]): Promise<BoardPerson[]> {
  const byId = new Map(people.map((person) => [person.patient.id, person]));
  return (await listActiveIds(tx, ctx)).flatMap((id) => byId.get(id) ?? []);
}

function boards(): Map<string, Kept> {
  globalThis.candorBoards ??= new Map();
  return globalThis.candorBoards;
}

/** The practice whose board nobody opened for longest is dropped to make room. */
function keep(practiceId: string, board: Kept): void {
  const all = boards();
  all.delete(practiceId);
  all.set(practiceId, board);
  let cells = [...all.values()].reduce((sum, { people }) => sum + cellsIn(people), 0);
  for (const [id, { people }] of all) {
    if (cells <= mostCells) return;
    all.delete(id);
    cells -= cellsIn(people);
  }
}

function cellsIn(people: readonly BoardPerson[]): number {
  return people.length * (people[0]?.cells.length ?? 0);
}
