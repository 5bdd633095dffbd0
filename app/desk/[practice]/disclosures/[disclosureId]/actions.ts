"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/app/action";
import { changeAudience } from "@/lib/disclosures/change-audience";
import { changeAudienceInput } from "@/lib/disclosures/input";
import { retireDisclosure } from "@/lib/publishing/retire-disclosure";

export const changeAudienceAction = staffAction(changeAudienceInput, async (ctx, input) => {
  await changeAudience(ctx, input);
  refresh();
});

export const retireAction = staffAction(z.strictObject({ disclosureId: z.uuid() }), async (ctx, input) => {
  await retireDisclosure(ctx, input);
  refresh();
});
