"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { allowNewAccessTest } from "@/lib/access-tests/allow-new-access-test";
import { staffAction } from "@/lib/actions";
import { askPatients, previewAsk } from "@/lib/consents/ask-patients";
import { cancelRequest } from "@/lib/consents/cancel-request";
import { askPatientsInput } from "@/lib/consents/input";
import { stopAsking } from "@/lib/consents/stop-asking";
import { patientIdInput } from "@/lib/patients/input";

export const previewAskAction = staffAction(askPatientsInput, previewAsk);

export const askAction = staffAction(askPatientsInput, askPatients);

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

export const allowNewTestAction = staffAction(patientIdInput, async (ctx, input) => {
  await allowNewAccessTest(ctx, input);
  refresh();
});
