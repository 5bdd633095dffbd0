import { makeDisclosure } from "@/db/factories";
import { askPatients } from "@/lib/consents/ask-patients";
import { makeCampaign } from "@/lib/consents/campaigns.fixture";
import { stopAsking } from "@/lib/consents/stop-asking";
import { stopCampaign } from "@/lib/consents/stop-campaign";
import { changeAsking } from "./change-asking";
import type { Attempt } from "./roles.fixture";

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
