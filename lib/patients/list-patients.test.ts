import { beforeAll, describe, expect, test } from "vitest";
import type { StaffContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePatient, makePractice, makeStaff } from "@/test/factories";
import { listPatients, type PatientsShown } from "./list-patients";

await testDatabase();

let made: MadePractice;
let colleague: StaffContext;

beforeAll(async () => {
  made = await makePractice();
  colleague = await makeStaff(made, { roles: ["therapist"] });
  const add = (legalName: string, more: object = {}) =>
    makePatient(made, { legalName, calledName: "–", ...more });
  await add("Zoë Müller", { phone: "(555) 010-0177" });
  await add("Ana María Ruiz", { email: "ana.ruiz@patients.test", calledName: "Anita" });
  await add("Élodie Łukasiewicz", { email: null });
  await add("андрей Иванов", { unproven: true });
  await add("Ben 100%_Ortiz");
  await add("Carl Gone", { archived: true });
  await add("Dana Other", { treatingStaffId: colleague.staffId });
  await makePatient(await makePractice(), { legalName: "Ana Foreign" });
});

type Asked = { search?: string; show?: PatientsShown; after?: string | null; most?: number };
const list = (asked: Asked = {}, ctx: StaffContext = made.office) =>
  readPractice(ctx, (tx) => listPatients(tx, ctx, asked));
const namesOf = async (asked: Asked, ctx?: StaffContext) =>
  (await list(asked, ctx)).rows.map(({ legalName }) => legalName);

const everybody = [
  "Ana María Ruiz",
  "Ben 100%_Ortiz",
  "Dana Other",
  "Élodie Łukasiewicz",
  "Zoë Müller",
  "андрей Иванов",
];

describe("the list of patients", () => {
  test("is in the order of names, without archived ones", async () => {
    expect(await namesOf({})).toEqual(everybody);
    expect(await namesOf({ show: "archived" })).toEqual(["Carl Gone"]);
    expect((await list({ show: "all" })).count).toBe(7);
  });

  test("shows therapists their own patients only, and auditors all", async () => {
    expect(await namesOf({}, colleague)).toEqual(["Dana Other"]);
    expect(await namesOf({ search: "ana" }, colleague)).toEqual(["Dana Other"]);
    expect(await namesOf({}, made.auditor)).toEqual(everybody);
  });

  test("comes in pages that neither repeat nor skip anybody", async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page = await list({ most: 2, after });
      expect(page.count).toBe(6);
      names.push(...page.rows.map(({ legalName }) => legalName));
      after = page.next;
    } while (after);
    expect(names).toEqual(everybody);
  });

  test("says who treats and whether somebody has come in", async () => {
    const { rows } = await list();
    expect(rows.map(({ hasEntered }) => hasEntered)).toEqual([true, true, true, false, true, false]);
    expect(rows[0]?.treatingName).toBe("Test therapist");
  });
});

describe("a search finds", () => {
  test.each([
    ["maria", ["Ana María Ruiz"]],
    ["MARÍA", ["Ana María Ruiz"]],
    ["ruiz ana", ["Ana María Ruiz"]],
    ["anita", ["Ana María Ruiz"]],
    ["Ana.Ruiz@", ["Ana María Ruiz"]],
    ["zoe muller", ["Zoë Müller"]],
    ["elodie lukas", ["Élodie Łukasiewicz"]],
    ["ŁUK", ["Élodie Łukasiewicz"]],
    ["АНДРЕЙ", ["андрей Иванов"]],
    ["Ruiz, Ana", ["Ana María Ruiz"]],
    ["555010 0177", ["Zoë Müller"]],
    ["0177", ["Zoë Müller"]],
    ["100%_", ["Ben 100%_Ortiz"]],
    ["%", ["Ben 100%_Ortiz"]],
    ["_", ["Ben 100%_Ortiz"]],
    ["\\", []],
    ["foreign", []],
    ["'; drop table patients; --", []],
    ["   ", everybody],
  ])("%s", async (search, names) => {
    const page = await list({ search });
    expect(page.rows.map(({ legalName }) => legalName)).toEqual(names);
    expect(page.count).toBe(names.length);
  });
});

test.each([
  ["jean‑luc", ["Jean-Luc O’Neill"]],
  ["Jean–Luc", ["Jean-Luc O’Neill"]],
  ["jean luc", ["Jean-Luc O’Neill"]],
  ["o'neill", ["Jean-Luc O’Neill"]],
  ["Oʼneill, Jean", ["Jean-Luc O’Neill"]],
  ["ONEILL", ["Jean-Luc O’Neill"]],
  ["opunui", ["Kaleo ʻŌpūnui"]],
  ["‘opunui", ["Kaleo ʻŌpūnui"]],
  ["+1 555 010 0188", ["Jean-Luc O’Neill"]],
  ["1 (555) 010‑0188", ["Jean-Luc O’Neill"]],
  ["555 010 0199", ["Kaleo ʻŌpūnui"]],
  ["+1 555 010 0199", ["Kaleo ʻŌpūnui"]],
])("a search for %s finds %j, however either was typed", async (search, names) => {
  const here = await makePractice();
  await makePatient(here, { legalName: "Jean-Luc O’Neill", phone: "555 010 0188" });
  await makePatient(here, { legalName: "Kaleo ʻŌpūnui", phone: "+1 555 010 0199" });
  const { rows } = await list({ search }, here.office);
  expect(rows.map(({ legalName }) => legalName)).toEqual(names);
});
