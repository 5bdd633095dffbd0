import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { eventNames } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import { withClock } from "@/lib/frozen-clock";
import { readPage } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { boardPage } from "./board";
import { boardHistory, isDone } from "./board-history.fixture";
import { boardPeople, whomTheyName } from "./cached-board";

await testDatabase();

beforeEach(() => {
  globalThis.candorBoards = undefined;
});

const whole = { filter: "all", search: "", sort: "name", page: 1 } as const;
const keptOf = (practiceId: string) => globalThis.candorBoards?.get(practiceId);

async function look(ctx: StaffContext, text: string | null = null) {
  const { meeting, now: _, ...board } = await boardPage(ctx, { ...whole, text }, "en");
  return { ...board, meetings: board.rows.map(({ patient }) => meeting(patient.id)) };
}

test("after any history of a practice the kept board is the one computed anew", {
  timeout: 120_000,
}, async () => {
  const done = new Set<string>();
  // Everybody is asked everything and answers some of it, so that there is something to change.
  const begun = ["ask", "answer", "answer", "answer"];
  const step = fc.tuple(fc.nat(), fc.nat(11), fc.nat(11), fc.constantFrom(0, 0, 0, 0, 1, 5, 40));
  const history = fc.array(step, { minLength: 40, maxLength: 40 });
  const follow = async (chosen: [number, number, number, number][]) => {
    const { made, colleague, texts, steps } = await boardHistory();
    const names = Object.keys(steps);
    const text = texts[0]?.disclosure.id ?? "";
    const both = async () => {
      const seen = [await look(made.owner), await look(made.owner, text), await look(made.therapist)];
      return [...seen, await look(colleague)];
    };
    let now = Date.now();
    for (const [index, [which, n, about, daysLater]] of chosen.entries()) {
      now += 60_000 + daysLater * 86_400_000;
      const name = begun[index] ?? names[which % names.length] ?? "";
      await withClock(new Date(now), async () => {
        if (await isDone(Promise.resolve(steps[name]?.(n, about, new Date(now))))) done.add(name);
        const kept = await both();
        const board = keptOf(made.practice.id);
        globalThis.candorBoards?.clear();
        expect(kept, `after ${name} ${n} ${about}`).toEqual(await both());
        if (board) globalThis.candorBoards?.set(made.practice.id, board);
      });
    }
  };
  await fc.assert(fc.asyncProperty(history, follow), { numRuns: 2, endOnFailure: true });
  expect(done.size).toBeGreaterThan(8);
});

test("only whom the trail names is computed again", async () => {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const [ana, ben] = [await makePatient(made), await makePatient(made, { legalName: "Ben Ode" })];
  await look(made.owner);
  const before = keptOf(made.practice.id)?.people;
  const patientIds = [ben.patient.id];
  await askPatients(made.owner, { patientIds, disclosureIds: [disclosure.id], dueOn: null });
  await look(made.owner);
  const after = keptOf(made.practice.id)?.people;
  expect(after?.map(({ patient }) => patient.id)).toEqual([ana.patient.id, ben.patient.id]);
  expect(after?.map((person, index) => person === before?.[index])).toEqual([true, false]);
});

test.each(eventNames)("%s names whom it may change, else it is everybody", (name) => {
  const patientId = "0192f0c1-2d3e-7a4b-8c5d-6e7f80910a1b";
  const named = whomTheyName([{ name, patientId }]);
  const unnamed = whomTheyName([{ name, patientId: null }]);
  expect([[...(named ?? [])], unnamed]).toEqual(unnamed ? [[], new Set()] : [[patientId], null]);
});

test("what is kept of a trail that does not go on is not believed", async () => {
  const made = await makePractice();
  await makeDisclosure(made);
  await makePatient(made);
  await look(made.owner);
  const kept = keptOf(made.practice.id);
  globalThis.candorBoards?.set(made.practice.id, { ...kept, people: [], leaf: "0".repeat(64) } as never);
  expect((await look(made.owner)).rows).toHaveLength(1);
});

test("what somebody changed past the trail is seen after a while, and at a clock that went back", async () => {
  const made = await makePractice();
  await makeDisclosure(made);
  await makePatient(made);
  await look(made.owner);
  await makePatient(made, { legalName: "Written past the trail" });
  const shownIn = (minutes: number) =>
    withClock(new Date(Date.now() + minutes * 60_000), async () => (await look(made.owner)).rows.length);
  expect(await shownIn(1)).toBe(1);
  expect(await shownIn(11)).toBe(2);
  await makePatient(made, { legalName: "Written once more" });
  expect(await shownIn(12)).toBe(2);
  expect(await shownIn(-5)).toBe(3);
});

test("what a page had asked before the trail was read is asked again", async () => {
  const made = await makePractice();
  await makeDisclosure(made);
  const [asked, published] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const reading = readPage(made.owner, async (tx, now) => {
    await listDisclosures(tx, made.owner);
    asked.resolve();
    await published.promise;
    return boardPeople(tx, made.owner, now);
  });
  await asked.promise;
  await makeDisclosure(made);
  published.resolve();
  await reading;
  expect((await look(made.owner)).columns).toHaveLength(2);
});

test("what was not looked at for longest makes room", async () => {
  const [large, small] = [await makePractice(), await makePractice()];
  for (const made of [large, small]) {
    await makeDisclosure(made);
    await makePatient(made);
    await look(made.owner);
  }
  const kept = keptOf(large.practice.id);
  const people = Array.from({ length: 40_000 }, () => kept?.people[0]);
  globalThis.candorBoards?.delete(large.practice.id);
  globalThis.candorBoards = new Map([
    [large.practice.id, { ...kept, people } as never],
    ...(globalThis.candorBoards ?? []),
  ]);
  await look(small.owner);
  expect([keptOf(large.practice.id), keptOf(small.practice.id)?.people.length]).toEqual([undefined, 1]);
});
