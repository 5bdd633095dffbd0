import { beforeAll, describe, expect, test } from "vitest";
import { checkTrail } from "@/lib/audit/check-trail";
import type { StaffContext } from "@/lib/context";
import { archivePatient } from "@/lib/patients/archive-patient";
import { viewPatient } from "@/lib/patients/view-patient";
import { askPatients } from "@/lib/requests/ask-patients";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePatient, makePractice, makeStaff } from "@/test/factories";
import { mostCounted, type TrailParams, trailPage } from "./trail";

const { asSuperuser } = await testDatabase();

let made: MadePractice;
let colleague: StaffContext;
let ana: { id: string };
let dana: { id: string };

beforeAll(async () => {
  made = await makePractice();
  colleague = await makeStaff(made, { roles: ["therapist"], name: "Dr. Colleague" });
  ana = (await makePatient(made)).patient;
  dana = (await makePatient(made, { legalName: "Dana Kim", treatingStaffId: colleague.staffId })).patient;
  const { disclosure } = await makeDisclosure(made);
  await askPatients(made.therapist, { patientIds: [ana.id], disclosureIds: [disclosure.id], dueOn: null });
  await viewPatient(colleague, { patientId: dana.id });
  await viewPatient(made.office, { patientId: dana.id });
  await archivePatient(made.owner, { patientId: dana.id });
});

const told = async (ctx: StaffContext, params: TrailParams = {}) =>
  (await trailPage(ctx, params, "en")).entries.map(({ name, patient }) =>
    `${name} ${patient?.name ?? ""}`.trim(),
  );

describe("who reads what", () => {
  test("owner and auditor read everything, newest first", async () => {
    const all = await told(made.auditor);
    expect(all).toEqual(await told(made.owner));
    expect(all[0]).toBe("patient.archived Dana Kim");
    expect(all).toContain("disclosure.published");
  });

  test("a therapist reads what is about their patients, and what they did", async () => {
    expect(await told(made.therapist)).toEqual(["request.made Ana María Ruiz"]);
    expect(await told(colleague)).toEqual([
      "patient.archived Dana Kim",
      "patient.viewed Dana Kim",
      "patient.viewed Dana Kim",
    ]);
  });

  test("the office reads about every patient, not about the practice's own affairs", async () => {
    const read = await told(made.office);
    expect(read).toContain("request.made Ana María Ruiz");
    expect(read).not.toContain("disclosure.published");
  });

  test("another practice's trail is its own", async () => {
    expect(await told((await makePractice()).owner)).toEqual([]);
  });

  test("a filter by a patient one may not see finds nothing", async () => {
    expect(await told(made.therapist, { patientId: dana.id })).toEqual([]);
    expect(await told(made.therapist, { patientNamed: "Dana" })).toEqual([]);
  });
});

describe("filters", () => {
  test("by person, kind and patient", async () => {
    expect(await told(made.owner, { staffId: made.office.staffId })).toEqual(["patient.viewed Dana Kim"]);
    expect(await told(made.owner, { name: "request.made" })).toEqual(["request.made Ana María Ruiz"]);
    expect(await told(made.owner, { patientId: ana.id })).toEqual(["request.made Ana María Ruiz"]);
    expect(await told(made.owner, { patientNamed: "ruiz maria" })).toEqual(["request.made Ana María Ruiz"]);
    expect(await told(made.owner, { patientNamed: "nobody" })).toEqual([]);
  });

  test("by days of the practice's zone, both included", async () => {
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(new Date());
    expect((await told(made.owner, { from: day, until: day })).length).toBeGreaterThan(3);
    expect(await told(made.owner, { until: "2020-01-01" })).toEqual([]);
    expect(await told(made.owner, { from: "2999-01-01" })).toEqual([]);
  });

  test("pages follow each other without gap or repetition", async () => {
    const all = (await trailPage(made.owner, {}, "en")).entries.map(({ seq }) => seq);
    const first = await trailPage(made.owner, { most: 2 }, "en");
    const second = await trailPage(made.owner, { most: 200, before: first.next ?? 0 }, "en");
    expect([...first.entries, ...second.entries].map(({ seq }) => seq)).toEqual(all);
    expect(first.matches).toBe(all.length);
    expect(second.matches).toBe(all.length);
    expect(second.next).toBeNull();
  });

  test("are counted up to a thousand entries, and no further however long the trail is", async () => {
    const long = await makePractice();
    await viewPatient(long.office, { patientId: (await makePatient(long)).patient.id });
    const { matches } = await trailPage(long.owner, {}, "en");
    const lengthen = (from: number, until: number) =>
      asSuperuser(`insert into events select (jsonb_populate_record(null::events, to_jsonb(one)
          || jsonb_build_object('id', gen_random_uuid(), 'seq', n, 'leaf', n))).*
        from (select * from events where practice_id = '${long.practice.id}' order by seq desc limit 1) one,
             generate_series(${from}, ${until}) n`);
    await lengthen(matches ?? 0, mostCounted - 1);
    expect((await trailPage(long.owner, {}, "en")).matches).toBe(mostCounted);
    await lengthen(mostCounted, mostCounted);
    expect((await trailPage(long.owner, {}, "en")).matches).toBeNull();
  });
});

test("an entry has the names and the title its sentence needs", async () => {
  const { entries } = await trailPage(made.owner, { name: "request.made" }, "es");
  expect(entries[0]).toMatchObject({
    actor: { kind: "staff", name: "Test therapist" },
    patient: { name: "Ana María Ruiz" },
    slots: { title: "Grabar nuestras sesiones" },
  });
});

test("whoever may read the trail may have it checked", async () => {
  const { size } = await trailPage(made.owner, {}, "en");
  expect(await checkTrail(made.therapist)).toMatchObject({ holds: true, size });
});
