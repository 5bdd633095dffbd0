import postgres from "postgres";
import { v7 as uuid } from "uuid";
import { platformDefaults, platforms } from "@/db/schema";
import type { Context } from "@/lib/context";
import { makeGroup } from "@/lib/groups/make-group";
import { inPractice } from "@/lib/in-practice";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { type MadePractice, makePatient, makePractice } from "@/test/factories";
import type { AssignRoomInput } from "./input";
import type { Owner } from "./rules";

/** A platform of the practice; with `meetsOn` what everybody meets on. */
export async function listPlatform(
  ctx: Context,
  name = "Zoom",
  { kind = "video" as PlatformKind, meetsOn = true } = {},
): Promise<string> {
  const { practiceId } = ctx;
  return inPractice(ctx, async (tx, now) => {
    const id = uuid();
    await tx.insert(platforms).values({ practiceId, id, kind, name, addedAt: now });
    const set = { effectiveFrom: now, setAt: now };
    if (meetsOn) await tx.insert(platformDefaults).values({ practiceId, id: uuid(), platformId: id, ...set });
    return id;
  });
}

/** A practice on Zoom with one patient, and what gives the patient a room. */
export async function makeMeeting() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const platformId = await listPlatform(made.system);
  return { made, patient, ctx, platformId, input: roomInput({ patientId: patient.id }, platformId) };
}

let count = 0;

/** A meeting nobody has yet. */
export function newNumber(): string {
  count += 1;
  return String(81_000_000_000 + count);
}

export function roomInput(owner: Owner, platformId: string, meeting = newNumber()): AssignRoomInput {
  return { owner, platformId, meeting, passcode: "482915", waitingRoom: "yes", replaces: undefined };
}

/** A couple of fresh patients of the practice's therapist. */
export async function makeCouple(made: MadePractice) {
  const one = await makePatient(made);
  const other = await makePatient(made, { legalName: "Ben Ortiz", calledName: "Ben" });
  const { groupId } = await makeGroup(made.therapist, {
    kind: "couple",
    name: "Ana and Ben",
    treatingStaffId: made.therapist.staffId,
    patientIds: [one.patient.id, other.patient.id],
    joinedOn: "2026-01-12",
  });
  return { groupId, one, other };
}

/** Every row of every table, as a dump has it. */
export async function everythingStored(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const tables = await sql<{ name: string }[]>`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname in ('public', 'auth', 'work')`;
    const rows = await Promise.all(
      tables.map(({ name }) => sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)),
    );
    return rows
      .flat()
      .map(({ row }) => row)
      .join("\n");
  } finally {
    await sql.end({ timeout: 5 });
  }
}
