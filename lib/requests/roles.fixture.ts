import { makeCampaign } from "@/lib/campaigns/campaigns.fixture";
import { stopCampaign } from "@/lib/campaigns/stop-campaign";
import { inPractice } from "@/lib/in-practice";
import { editPatient } from "@/lib/patients/edit-patient";
import { lockPatient } from "@/lib/patients/queries";
import { editableFacts } from "@/lib/patients/rules";
import { changeAsking } from "@/lib/practices/change-asking";
import type { Attempt } from "@/lib/roles.fixture";
import { makeDisclosure, testAddress } from "@/test/factories";
import { askPatients } from "./ask-patients";
import { sendAgain } from "./send-again";
import { stopAsking } from "./stop-asking";

/** What is asked, stopped and set about asking, one attempt each. */
export const askingAttempts: Attempt[] = [
  {
    ability: "ask-patients",
    name: "stopAsking",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      const { disclosure } = await makeDisclosure(made);
      const { askingId } = await askPatients(made.therapist, {
        patientIds: [patient.id],
        disclosureIds: [disclosure.id],
        dueOn: null,
        leaving: "after-window",
      });
      await stopAsking(ctx, { askingId });
    },
  },
  {
    ability: "ask-patients",
    name: "sendAgain",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      const { disclosure } = await makeDisclosure(made);
      const about = { patientIds: [patient.id], disclosureIds: [disclosure.id], dueOn: null };
      await askPatients(made.therapist, about);
      const loaded = editableFacts(
        await inPractice(made.system, (tx) => lockPatient(tx, made.system, patient.id)),
      );
      const email = testAddress();
      await editPatient(made.owner, { ...loaded, email, patientId: patient.id, loaded });
      await sendAgain(ctx, { patientId: patient.id });
    },
  },
  {
    ability: "publish-disclosures",
    name: "stopCampaign",
    about: "practice",
    run: async (ctx, { made, patient }) => {
      const { disclosure } = await makeDisclosure(made);
      const { campaignId } = await makeCampaign(made, disclosure.id, [patient.id]);
      await stopCampaign(ctx, { campaignId });
    },
  },
  {
    ability: "change-settings",
    name: "changeAsking",
    about: "nobody",
    run: (ctx) =>
      changeAsking(ctx, {
        quietFrom: "22:00",
        quietUntil: "07:00",
        reminderDays: 5,
        mostReminders: 2,
        renewalDays: 20,
        stopMinutes: 15,
        recordingAfterMeeting: true,
      }),
  },
];
