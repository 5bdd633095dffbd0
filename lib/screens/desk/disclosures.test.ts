import { beforeAll, expect, test } from "vitest";
import { NotFound, Refused } from "@/lib/errors";
import { askPatients } from "@/lib/requests/ask-patients";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePatient, makePractice, makeVersion } from "@/test/factories";
import { askPage } from "./ask";
import { boardPage } from "./board";
import { boardParts } from "./board-parts";
import { disclosurePage, disclosuresPage } from "./disclosures";

await testDatabase();

let made: MadePractice;
let disclosureId: string;
const whole = { filter: "all", search: "", sort: "name", page: 1 } as const;

beforeAll(async () => {
  made = await makePractice();
  disclosureId = (await makeDisclosure(made)).disclosure.id;
  await makeVersion(made, disclosureId, { effectiveFrom: new Date("2999-01-01") });
  const { patient } = await makePatient(made);
  await makePatient(made, { legalName: "Zoe Nobody", email: null });
  await makePatient(made, { archived: true });
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds: [disclosureId], dueOn: null });
});

test("counts where the active patients stand, as the board does about that disclosure", async () => {
  const { rows } = await disclosuresPage(made.owner, "en");
  expect(rows).toMatchObject([
    { versions: 2, current: { number: 1 }, counts: { all: 2, waiting: 1, "not-asked": 1 } },
  ]);
  const board = await boardPage(made.owner, { ...whole, text: disclosureId }, "en");
  expect(rows[0]?.counts).toEqual(board.counts);
  expect((await disclosurePage(made.owner, disclosureId, "en")).counts).toEqual(board.counts);
});

test("each part of the bar leads to as many patients as it says", async () => {
  const { rows } = await disclosuresPage(made.owner, "en");
  const shares = rows[0]?.shares ?? {};
  expect(shares).toEqual({ waiting: 1, "not-asked": 1 });
  expect((await disclosurePage(made.owner, disclosureId, "en")).shares).toEqual(shares);
  for (const part of boardParts) {
    const { matches } = await boardPage(made.owner, { ...whole, text: disclosureId, part }, "en");
    expect([part, matches]).toEqual([part, shares[part] ?? 0]);
  }
});

test("shows every published version in both languages, and which is in force", async () => {
  const { versions, currentId } = await disclosurePage(made.auditor, disclosureId, "en");
  expect(versions.map(({ number }) => number)).toEqual([2, 1]);
  expect(versions[0]?.texts.map(({ language }) => language)).toEqual(["en", "es"]);
  expect(currentId).toBe(versions[1]?.id);
});

test("another practice's disclosure is not found", async () => {
  const foreign = await makePractice();
  await expect(disclosurePage(foreign.owner, disclosureId, "en")).rejects.toBeInstanceOf(NotFound);
});

test("only active patients can be asked, and in which language a mail would go to them", async () => {
  const { people } = await askPage(made.office, "en");
  expect(people.map(({ mailLanguage }) => mailLanguage)).toEqual(["en", null]);
  await expect(askPage(made.auditor, "en")).rejects.toBeInstanceOf(Refused);
});

test("whom a view of the board shows can be asked together", async () => {
  const notAsked = { ...whole, filter: "not-asked", text: disclosureId } as const;
  const { people, chosen, left } = await askPage(made.office, "en", notAsked);
  expect(people.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)).toEqual([
    "Zoe Nobody (Ana)",
  ]);
  expect(left).toBe(0);
  expect((await askPage(made.office, "en")).chosen).toEqual([]);
});
