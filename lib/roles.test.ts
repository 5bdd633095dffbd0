import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { textAttempts } from "@/lib/disclosures/roles.fixture";
import { draftAttempts } from "@/lib/drafts/roles.fixture";
import { dutyAttempts } from "@/lib/duties/roles.fixture";
import { accessTestAttempts } from "@/lib/electronic-records/roles.fixture";
import { placingAttempts } from "@/lib/moves/roles.fixture";
import { patientAttempts } from "@/lib/patients/roles.fixture";
import { platformAttempts } from "@/lib/platforms/roles.fixture";
import { publishingAttempts } from "@/lib/publishing/roles.fixture";
import { askingAttempts } from "@/lib/requests/roles.fixture";
import { roomAttempts } from "@/lib/rooms/roles.fixture";
import { safeguardAttempts } from "@/lib/safeguards/roles.fixture";
import { readings } from "@/lib/screens/desk/roles.fixture";
import { tradeOffAttempts } from "@/lib/trade-offs/roles.fixture";
import { wishAttempts } from "@/lib/wishes/roles.fixture";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePatient, makePractice, makeStaff } from "@/test/factories";
import { type StaffContext, type StaffRole, staffRoles } from "./context";
import { NotFound, Refused } from "./errors";
import { type Ability, abilities, type Reach, reach } from "./roles";
import { type Attempt, attempts as operations } from "./roles.fixture";

await testDatabase();

const root = path.resolve(import.meta.dirname, "..");
const attempts = [
  ...operations,
  ...patientAttempts,
  ...accessTestAttempts,
  ...askingAttempts,
  ...draftAttempts,
  ...dutyAttempts,
  ...platformAttempts,
  ...placingAttempts,
  ...publishingAttempts,
  ...roomAttempts,
  ...safeguardAttempts,
  ...textAttempts,
  ...tradeOffAttempts,
  ...wishAttempts,
  ...readings,
];

describe("docs/roles.md", () => {
  const rows = readFileSync(path.join(root, "docs/roles.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));

  test("names the abilities of the code, each with a sentence", () => {
    expect(rows.map(([, ability]) => ability)).toEqual(Object.keys(abilities));
    for (const [, , , , , , sentence] of rows) expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each(Object.keys(abilities).filter(isAbility))("says of %s what the code says", (ability) => {
    const row = rows.find(([, named]) => named === ability) ?? [];
    const written = Object.fromEntries(
      staffRoles.map((role, at) => [role, row[at + 2]?.replace("–", "none")]),
    );
    expect(written).toEqual(abilities[ability]);
  });
});

test("several roles reach as far as the widest of them", () => {
  expect(reach(["therapist", "owner"], "edit-patients")).toBe("all");
  expect(reach(["therapist", "auditor"], "edit-patients")).toBe("own");
  expect(reach([], "see-patients")).toBe("none");
});

test("every operation that changes something and asks for an ability is tried below", () => {
  const asking = sources(path.join(root, "lib")).flatMap((file) => {
    const source = readFileSync(file, "utf8");
    if (!source.includes("inPractice(")) return [];
    return source
      .split(/^export async function /m)
      .slice(1)
      .flatMap((operation) => {
        const [, ability] = /mustMay\(ctx, "([a-z-]+)"\)/.exec(operation) ?? [];
        return ability ? [`${ability}: ${/^\w+/.exec(operation)?.[0]}`] : [];
      });
  });
  const tried = attempts.map(({ ability, name }) => `${ability}: ${name}`);
  expect(asking.filter((operation) => !tried.includes(operation))).toEqual([]);
});

test("every ability is tried by what it allows", () => {
  const tried = new Set(attempts.map(({ ability }) => ability));
  expect(
    Object.keys(abilities)
      .filter(isAbility)
      .filter((ability) => !tried.has(ability)),
  ).toEqual([]);
});

const people = ["owner", "therapist", "colleague", "office", "auditor", "stranger"] as const;
type Person = (typeof people)[number];

describe.each(attempts)("$ability: $name", (attempt) => {
  test.each(people)("as the %s", async (person) => {
    const made = await makePractice();
    const { patient, ctx: patientCtx } = await makePatient(made);
    const ctx = await contextOf(person, made);
    const outcome = attempt.run(ctx, { made, patient, patientCtx });
    await meets(expectation(attempt, person), outcome);
  });
});

/** A colleague is a therapist who does not treat the patient; a stranger owns another practice. */
async function contextOf(person: Person, made: MadePractice): Promise<StaffContext> {
  if (person === "stranger") return (await makePractice()).owner;
  if (person === "colleague") return makeStaff(made, { roles: ["therapist"] });
  return made[person];
}

type Expectation = "allowed" | "refused" | "not-found";

function expectation({ ability, about }: Attempt, person: Person): Expectation {
  if (person === "stranger") return about === "nobody" ? "allowed" : "not-found";
  const role: StaffRole = person === "colleague" ? "therapist" : person;
  const reached: Reach = abilities[ability][role];
  if (reached === "none") return "refused";
  return reached === "own" && about === "patient" && person === "colleague" ? "not-found" : "allowed";
}

async function meets(expected: Expectation, outcome: Promise<unknown>) {
  if (expected === "allowed") return void (await outcome);
  const error = await outcome.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (expected === "not-found") return expect(error).toBeInstanceOf(NotFound);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ reason: "not-your-role" });
}

function isAbility(name: string): name is Ability {
  return Object.hasOwn(abilities, name);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}
