"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { chooseUsualTexts } from "@/lib/disclosures/choose-usual-texts";
import { chooseUsualTextsInput } from "@/lib/disclosures/input";

export const chooseUsualTextsAction = staffAction(chooseUsualTextsInput, async (ctx, input) => {
  await chooseUsualTexts(ctx, input);
  refresh();
});
