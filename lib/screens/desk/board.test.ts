import { beforeAll, describe, expect, test } from "vitest";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { wordOfUse } from "@/lib/consents/word-of-use";
import type { StaffContext } from "@/lib/context";
import { talkFirst } from "@/lib/conversations/talk-first";
import { askPatients } from "@/lib/requests/ask-patients";
import { testDatabase } from "@/test/database";
import {
  type MadePractice,
  makeDisclosure,
  makePatient,
  makePractice,
  makeStaff,
  makeVersion,
  trailOf,
} from "@/test/factories";
import { item } from "@/test/factory-texts";
import { type BoardParams, boardPage } from "./board";
import { exportBoard } from "./export-board";
import { requestsPage } from "./requests";

await testDatabase();

let made: MadePractice;
let colleague: StaffContext;
const asked: BoardParams = { filter: "all", search: "", sort: "name", page: 1 };

beforeAll(async () => {
  made = await makePractice();
  colleague = await makeStaff(made, { roles: ["therapist"] });
  const { disclosure } = await makeDisclosure(made);
  const zoe = await makePatient(made, { legalName: "Zoë Müller" });
  const lukasz = await makePatient(made, { legalName: "Łukasz Nowak" });
  await makePatient(made, { legalName: "Carl Gone", archived: true });
  await makePatient(made, { legalName: "Dana Other", treatingStaffId: colleague.staffId });
  const foreign = await makePractice();
  await makeDisclosure(foreign);
  await makePatient(foreign, { legalName: "Ana Foreign" });

  const patientIds = [zoe.patient.id, lukasz.patient.id];
  await askPatients(made.therapist, { patientIds, disclosureIds: [disclosure.id], dueOn: null });
  const open = await requestsPage(made.office, { filter: "all", search: "Łukasz", page: 1 }, "en");
  await talkFirst(lukasz.ctx, open.rows[0]?.id ?? "");
});

const namesOf = async (change: Partial<BoardParams>, ctx: StaffContext = made.office) =>
  (await boardPage(ctx, { ...asked, ...change }, "en")).rows.map(({ patient }) => patient.legalName);

describe("the board", () => {
  test("has every active patient of the practice by name, and nobody else's", async () => {
    expect(await namesOf({})).toEqual(["Dana Other", "Łukasz Nowak", "Zoë Müller"]);
  });

  test("shows a therapist their own patients", async () => {
    expect(await namesOf({}, colleague)).toEqual(["Dana Other"]);
    expect(await namesOf({}, made.therapist)).toEqual(["Łukasz Nowak", "Zoë Müller"]);
  });

  test("counts what each filter holds under the same search", async () => {
    const { counts, total } = await boardPage(made.office, { ...asked, search: "mull" }, "en");
    expect(total).toBe(3);
    expect(counts).toMatchObject({ all: 1, waiting: 1, "talk-first": 0, "not-asked": 0 });
  });

  test("finds names without their accents, in any order of words", async () => {
    expect(await namesOf({ search: "nowak lukasz" })).toEqual(["Łukasz Nowak"]);
    expect(await namesOf({ search: "nobody" })).toEqual([]);
  });

  test("puts those first who need something", async () => {
    expect(await namesOf({ sort: "needs" })).toEqual(["Łukasz Nowak", "Dana Other", "Zoë Müller"]);
  });

  test("answers a page beyond the last with the last", async () => {
    const page = await boardPage(made.office, { ...asked, page: 99 }, "en");
    expect(page).toMatchObject({ page: 1, pages: 1 });
    expect(page.rows).toHaveLength(3);
  });
});

describe("the board about one text", () => {
  test("has a column for each use, says what each said to it, and narrows to who allows one", async () => {
    const asked = await makeAsked();
    await answerRequest(asked.ctx, asked.input);
    const silent = await makePatient(asked.made, { legalName: "Zoë Silent" });
    const about = {
      filter: "all",
      search: "",
      sort: "name",
      page: 1,
      text: asked.text.disclosure.id,
    } as const;
    const look = (use: string | null) => boardPage(asked.made.office, { ...about, use }, "en");
    const board = await look(null);
    expect(board.uses.map(({ key }) => key)).toEqual(["look-back", "teaching"]);
    expect(board.shown.map(({ id }) => id)).toEqual([about.text]);
    const said = board.rows.map(({ patient, cells }) => [
      patient.id,
      ...board.uses.map(({ key }) => cells[0] && wordOfUse(cells[0].state, key)),
    ]);
    expect(said).toEqual([
      [asked.patient.id, "may", "no"],
      [silent.patient.id, "not-said", "not-said"],
    ]);
    const ofUse = async (use: string) => (await look(use)).rows.map(({ patient }) => patient.id);
    expect(await ofUse("look-back")).toEqual([asked.patient.id]);
    expect(await ofUse("teaching")).toEqual([]);
    expect(await ofUse("no such use")).toHaveLength(2);
    const file = await exportBoard(asked.made.office, { ...about, use: "look-back" }, "en");
    expect(file.matching.map(({ patient }) => patient.id)).toEqual([asked.patient.id]);

    await makeVersion(asked.made, about.text, {
      items: [item("research", false), item("teaching", false)],
      earlierAnswersUntil: new Date(Date.now() + 86_400_000),
    });
    const newer = await look(null);
    expect(newer.uses.map(({ key }) => key)).toEqual(["research", "teaching", "look-back"]);
  });
});

describe("the board as a file", () => {
  test("has all rows of the filter, and that it was taken is recorded", async () => {
    const board = await exportBoard(made.office, { ...asked, filter: "talk-first" }, "en");
    expect(board.matching.map(({ patient }) => patient.legalName)).toEqual(["Łukasz Nowak"]);
    const last = (await trailOf(made.practice.id)).at(-1);
    expect(last).toMatchObject({ name: "export.made", kind: "practice", size: 1 });
  });
});

describe("open requests", () => {
  const names = async (
    change: Partial<Parameters<typeof requestsPage>[1]>,
    ctx: StaffContext = made.office,
  ) =>
    (await requestsPage(ctx, { filter: "all", search: "", page: 1, ...change }, "en")).rows.map(
      ({ patient }) => patient.legalName,
    );

  test("are those of the patients one may see", async () => {
    expect((await names({})).toSorted()).toEqual(["Zoë Müller", "Łukasz Nowak"]);
    expect(await names({}, colleague)).toEqual([]);
  });

  test("are told apart by whether the patient opened them or wants to talk", async () => {
    expect(await names({ filter: "not-opened" })).toEqual(["Zoë Müller"]);
    expect(await names({ filter: "talk-first" })).toEqual(["Łukasz Nowak"]);
    expect(await names({ filter: "overdue" })).toEqual([]);
  });
});
