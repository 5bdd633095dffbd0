"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/lib/actions";
import { retireDisclosure } from "@/lib/consents/retire-disclosure";
import { changeAudience } from "@/lib/disclosures/change-audience";
import { changeAudienceInput } from "@/lib/disclosures/input";

export const changeAudienceAction = staffAction(changeAudienceInput, async (ctx, input) => {
  await changeAudience(ctx, input);
  refresh();
});

export const retireAction = staffAction(z.strictObject({ disclosureId: z.uuid() }), async (ctx, input) => {
  await retireDisclosure(ctx, input);
  refresh();
});
