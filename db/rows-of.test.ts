import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { inPractice, readPractice } from "@/lib/in-practice";
import { makeSealKey } from "@/lib/practices/seal-keys";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { rowsOf } from "./rows-of";
import {
  auditHeads,
  disclosures,
  events,
  patients,
  practices,
  retirements,
  sealKeys,
  versions,
} from "./schema";

await testDatabase();
const made = await makePractice();
await makePatient(made);
await makePatient(made, { legalName: "Dana “D” Kim\n\\x41" });
await makeDisclosure(made);
await inPractice(made.system, async (tx, now) => {
  await makeSealKey(tx, made.system, now);
  await recordEvent(tx, made.system, { name: "practice.created" });
});

test.each([
  ["moments, days and words with any sign in them", patients, 2],
  ["lists", versions, 1],
  ["bytes", sealKeys, 1],
  ["large numbers", auditHeads, 1],
  ["nothing", retirements, 0],
  ["entries", events, null],
  ["small numbers and kinds", disclosures, 1],
])("rows told along are those of a select: %s", async (_, table, count) => {
  const [along, alone] = await readPractice(made.system, async (tx) => [
    await tx
      .select({ told: rowsOf(table, eq(table.practiceId, practices.practiceId), asc(table.id)) })
      .from(practices)
      .where(eq(practices.practiceId, made.practice.id)),
    await tx.select().from(table).where(eq(table.practiceId, made.practice.id)).orderBy(asc(table.id)),
  ]);
  expect(along).toEqual([{ told: alone }]);
  if (count !== null) expect(alone).toHaveLength(count);
});
