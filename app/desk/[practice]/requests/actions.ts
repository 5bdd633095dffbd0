"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/app/action";
import { allowNewAccessTest } from "@/lib/electronic-records/allow-new-access-test";
import { patientIdInput } from "@/lib/patients/input";
import { askPatients, previewAsk } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { askPatientsInput, sendAgainInput } from "@/lib/requests/input";
import { sendAgain } from "@/lib/requests/send-again";
import { stopAsking } from "@/lib/requests/stop-asking";

const besideDay = { fields: { "due-in-past": "dueOn" } };

export const previewAskAction = staffAction(askPatientsInput, previewAsk, besideDay);

export const askAction = staffAction(askPatientsInput, askPatients, besideDay);

export const stopAskingAction = staffAction(z.strictObject({ askingId: z.uuid() }), async (ctx, input) => {
  const counted = await stopAsking(ctx, input);
  refresh();
  return counted;
});

export const cancelRequestAction = staffAction(
  z.strictObject({ requestId: z.uuid() }),
  async (ctx, input) => {
    await cancelRequest(ctx, input.requestId);
    refresh();
  },
);

export const sendAgainAction = staffAction(sendAgainInput, async (ctx, input) => {
  const sent = await sendAgain(ctx, input);
  refresh();
  return sent;
});

export const allowNewTestAction = staffAction(patientIdInput, async (ctx, input) => {
  await allowNewAccessTest(ctx, input);
  refresh();
});
