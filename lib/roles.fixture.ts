import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Patient } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { exportTrail } from "@/lib/audit/export-trail";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { listOpenConversations } from "@/lib/conversations/queries";
import { talkFirst } from "@/lib/conversations/talk-first";
import { listFailingSeals } from "@/lib/documents/failing-seals";
import { openDocument } from "@/lib/documents/open-document";
import { listDocuments } from "@/lib/documents/queries";
import { retrySealing } from "@/lib/documents/retry-sealing";
import { noteSealFailure, sealDocument } from "@/lib/documents/seal-document";
import { addPatient } from "@/lib/patients/add-patient";
import { archivePatient } from "@/lib/patients/archive-patient";
import { editPatient } from "@/lib/patients/edit-patient";
import { makeEntryCode } from "@/lib/patients/make-entry-code";
import { getPatient } from "@/lib/patients/queries";
import { restorePatient } from "@/lib/patients/restore-patient";
import { editableFacts } from "@/lib/patients/rules";
import { viewPatient } from "@/lib/patients/view-patient";
import { changeSettings } from "@/lib/practices/change-settings";
import { chooseWitnesses } from "@/lib/practices/choose-witnesses";
import { endRole } from "@/lib/practices/end-role";
import { grantRole } from "@/lib/practices/grant-role";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { askPatients, previewAsk } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { exportBoard } from "@/lib/screens/desk/export-board";
import { type MadePractice, makeDisclosure, makeStaff, testAddress } from "@/test/factories";
import type { PatientContext, StaffContext } from "./context";
import { readPractice } from "./in-practice";
import type { Ability } from "./roles";

export type World = { made: MadePractice; patient: Patient; patientCtx: PatientContext };

/** One operation, tried by everybody on a patient of `made.therapist`, on a row of the practice, or on nothing yet. */
export type Attempt = {
  ability: Ability;
  name: string;
  about: "patient" | "practice" | "nobody";
  run: (ctx: StaffContext, world: World) => Promise<unknown>;
};

export const attempts: Attempt[] = [
  {
    ability: "see-patients",
    name: "getPatient",
    about: "patient",
    run: (ctx, { patient }) => readPractice(ctx, (tx) => getPatient(tx, ctx, patient.id)),
  },
  {
    ability: "see-patients",
    name: "viewPatient",
    about: "patient",
    run: (ctx, { patient }) => viewPatient(ctx, { patientId: patient.id }),
  },
  {
    ability: "edit-patients",
    name: "addPatient",
    about: "nobody",
    run: (ctx, { made, patient }) => {
      const named = ctx.roles.includes("therapist") ? ctx.staffId : made.therapist.staffId;
      const treatingStaffId = ctx.practiceId === made.practice.id ? named : null;
      const added = { ...columnsOf(patient), email: testAddress(), otherThan: patient.id };
      return addPatient(ctx, { ...added, treatingStaffId });
    },
  },
  {
    ability: "edit-patients",
    name: "editPatient",
    about: "patient",
    run: (ctx, { patient }) =>
      editPatient(ctx, {
        ...columnsOf(patient),
        patientId: patient.id,
        phone: "555-0199",
        loaded: editableFacts(patient),
      }),
  },
  {
    ability: "edit-patients",
    name: "archivePatient",
    about: "patient",
    run: (ctx, { patient }) => archivePatient(ctx, { patientId: patient.id }),
  },
  {
    ability: "edit-patients",
    name: "restorePatient",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      await archivePatient(made.owner, { patientId: patient.id });
      return restorePatient(ctx, { patientId: patient.id });
    },
  },
  {
    ability: "make-entry-codes",
    name: "makeEntryCode",
    about: "patient",
    run: (ctx, { patient }) => makeEntryCode(ctx, { patientId: patient.id }),
  },
  {
    ability: "ask-patients",
    name: "previewAsk",
    about: "patient",
    run: async (ctx, world) => previewAsk(ctx, await questionTo(world)),
  },
  {
    ability: "ask-patients",
    name: "askPatients",
    about: "patient",
    run: async (ctx, world) => askPatients(ctx, await questionTo(world)),
  },
  {
    ability: "ask-patients",
    name: "cancelRequest",
    about: "patient",
    run: async (ctx, world) => cancelRequest(ctx, await requestTo(world)),
  },
  {
    ability: "conclude-conversations",
    name: "concludeConversation",
    about: "patient",
    run: async (ctx, world) => {
      await talkFirst(world.patientCtx, await requestTo(world));
      const { owner } = world.made;
      const [conversation] = await readPractice(owner, (tx) => listOpenConversations(tx, owner));
      const conversationId = conversation?.id ?? "";
      return concludeConversation(ctx, {
        conversationIds: [conversationId],
        outcome: "will-not-be-asked",
        note: "",
      });
    },
  },
  {
    ability: "see-patients",
    name: "exportBoard",
    about: "nobody",
    run: (ctx) => exportBoard(ctx, { filter: "all", search: "", sort: "name" }, "en"),
  },
  {
    ability: "open-documents",
    name: "openDocument",
    about: "patient",
    run: async (ctx, world) => {
      const { owner, system } = world.made;
      await sealDocument(system, await answerOf(world));
      const [document] = await readPractice(owner, (tx) => listDocuments(tx, owner));
      return openDocument(ctx, document?.id ?? "");
    },
  },
  {
    ability: "retry-sealing",
    name: "retrySealing",
    about: "patient",
    run: async (ctx, world) => {
      const { owner, system } = world.made;
      await noteSealFailure(system, await answerOf(world), "disk-full");
      const [failing] = await readPractice(owner, (tx) => listFailingSeals(tx, owner));
      return retrySealing(ctx, failing?.id ?? "");
    },
  },
  {
    ability: "manage-staff",
    name: "inviteStaff",
    about: "nobody",
    run: (ctx) => inviteStaff(ctx, { name: "Kai Moreno", email: testAddress(), roles: ["office"] }),
  },
  {
    ability: "manage-staff",
    name: "grantRole",
    about: "practice",
    run: (ctx, { made }) => grantRole(ctx, { staffId: made.office.staffId, role: "therapist" }),
  },
  {
    ability: "manage-staff",
    name: "endRole",
    about: "practice",
    run: async (ctx, { made }) => {
      const { staffId } = await makeStaff(made, { roles: ["office"] });
      return endRole(ctx, { staffId, role: "office" });
    },
  },
  {
    ability: "change-settings",
    name: "changeSettings",
    about: "nobody",
    run: (ctx) =>
      changeSettings(ctx, {
        name: "Harbor",
        phone: "(555) 010-0100",
        timeZone: "America/New_York",
        crisisLine: { en: "112", es: "112" },
      }),
  },
  {
    ability: "change-settings",
    name: "chooseWitnesses",
    about: "nobody",
    run: (ctx) => chooseWitnesses(ctx, { witnesses: [], quorum: 0 }),
  },
  {
    ability: "export-trail",
    name: "exportTrail",
    about: "nobody",
    run: async (ctx) => {
      const folder = mkdtempSync(path.join(tmpdir(), "candor-roles-"));
      const page = path.join(folder, "page.html");
      writeFileSync(page, "<!doctype html>");
      try {
        return await exportTrail(ctx, path.join(folder, "export"), page);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
];

function columnsOf(patient: Patient) {
  const { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId } = patient;
  return { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId };
}

async function questionTo({ made, patient }: World) {
  const { disclosure } = await makeDisclosure(made);
  return { patientIds: [patient.id], disclosureIds: [disclosure.id], dueOn: null };
}

export async function requestTo({ made, patient, patientCtx }: World) {
  const { disclosure } = await makeDisclosure(made);
  return ask(made, patientCtx, patient.id, disclosure.id);
}

async function answerOf({ made, patient, patientCtx }: World) {
  const text = await makeDisclosure(made);
  const requestId = await ask(made, patientCtx, patient.id, text.disclosure.id);
  const { answerId } = await answerRequest(patientCtx, answerTo(requestId, text));
  return answerId;
}
