import { isHeld } from "@/lib/consents/consent-state";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import { isGivenToTherapist, usualTexts } from "@/lib/disclosures/rules";
import { listUsualTexts } from "@/lib/disclosures/usual-texts";
import { readPage, type Tx } from "@/lib/in-practice";
import { listPatients, type PatientsShown } from "@/lib/patients/list-patients";
import { getPatient } from "@/lib/patients/queries";
import { editableFacts } from "@/lib/patients/rules";
import { getPractice, listOpenRoles, listStaff } from "@/lib/practices/queries";
import { mustMay, reach, whyNotMay } from "@/lib/roles";

export type PatientsParams = { search: string; show: PatientsShown; after: string | null };

/** One page of the list, and how many the other filters hold. */
export async function patientsPage(ctx: StaffContext, params: PatientsParams) {
  return readPage(ctx, async (tx) => {
    const { timeZone } = await getPractice(tx, ctx);
    const { search } = params;
    const counts = { active: 0, archived: 0, all: 0 };
    for (const show of ["active", "archived"] as const) {
      counts[show] = (await listPatients(tx, ctx, { search, show, most: 1 })).count;
    }
    counts.all = counts.active + counts.archived;
    const mayAdd = whyNotMay(ctx, "edit-patients") === null;
    return { ...(await listPatients(tx, ctx, params)), counts, timeZone, mayAdd };
  });
}

/** What the form for a new patient offers. */
export async function newPatientPage(ctx: StaffContext) {
  mustMay(ctx, "edit-patients");
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const therapistIds = new Set(
      (await listOpenRoles(tx, ctx)).filter(({ role }) => role === "therapist").map(({ staffId }) => staffId),
    );
    const staff = await listStaff(tx, ctx);
    const therapists = staff.filter(({ id }) => therapistIds.has(id)).map(({ id, name }) => ({ id, name }));
    const addsOnlyOwn = reach(ctx.roles, "edit-patients") === "own";
    return {
      day: today(now, timeZone),
      therapists: addsOnlyOwn ? therapists.filter(({ id }) => id === ctx.staffId) : therapists,
      usual: usualTexts(await listDisclosures(tx, ctx), await listUsualTexts(tx, ctx), now).asked.length,
      chosen: therapistIds.has(ctx.staffId) ? ctx.staffId : null,
    };
  });
}

export type EditedPatient = Awaited<ReturnType<typeof editPatientPage>>["patient"];

/** What the form for a known patient starts from. */
export async function editPatientPage(ctx: StaffContext, patientId: string) {
  mustMay(ctx, "edit-patients");
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const patient = await getPatient(tx, ctx, patientId, "edit-patients");
    const held = await listOpenRoles(tx, ctx);
    const therapistIds = new Set(
      held.filter(({ role }) => role === "therapist").map(({ staffId }) => staffId),
    ).add(patient.treatingStaffId);
    const therapists = (await listStaff(tx, ctx)).filter(({ id }) => therapistIds.has(id));
    return {
      day: today(now, timeZone),
      patient: editableFacts(patient),
      therapists: therapists.map(({ id, name }) => ({ id, name })),
      resting: await countResting(tx, ctx, patientId, now),
    };
  });
}

/** How many consents would rest if somebody else treated this patient from now on. */
async function countResting(tx: Tx, ctx: StaffContext, patientId: string, now: Date): Promise<number> {
  const consents = await listPatientConsents(tx, ctx, [patientId], "en", now);
  const given = consents.filter(
    ({ disclosure, state }) => isHeld(state) && isGivenToTherapist(disclosure.kind),
  );
  return given.length;
}
