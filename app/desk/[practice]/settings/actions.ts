"use server";

import { refresh } from "next/cache";
import { requestLanguage } from "@/app/_i18n/request";
import { staffAction } from "@/app/action";
import { changeAsking } from "@/lib/practices/change-asking";
import { changePlatformRules } from "@/lib/practices/change-platform-rules";
import { changeSettings } from "@/lib/practices/change-settings";
import { chooseWitnesses } from "@/lib/practices/choose-witnesses";
import { endRole } from "@/lib/practices/end-role";
import { grantRole } from "@/lib/practices/grant-role";
import {
  changeAskingInput,
  changePlatformRulesInput,
  changeSettingsInput,
  chooseWitnessesInput,
  inviteStaffInput,
  publishTextsInput,
  staffRoleInput,
} from "@/lib/practices/input";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { publishTexts } from "@/lib/practices/publish-texts";

export const changeSettingsAction = staffAction(changeSettingsInput, async (ctx, input) => {
  await changeSettings(ctx, input);
  refresh();
});

export const changeAskingAction = staffAction(changeAskingInput, async (ctx, input) => {
  await changeAsking(ctx, input);
  refresh();
});

export const changePlatformRulesAction = staffAction(changePlatformRulesInput, async (ctx, input) => {
  await changePlatformRules(ctx, input);
  refresh();
});

export const chooseWitnessesAction = staffAction(
  chooseWitnessesInput,
  async (ctx, input) => {
    await chooseWitnesses(ctx, input);
    refresh();
  },
  { fields: { "quorum-beyond-witnesses": "quorum", "unknown-witness": "witnesses" } },
);

export const inviteStaffAction = staffAction(inviteStaffInput, async (ctx, input) => {
  await inviteStaff(ctx, { ...input, language: await requestLanguage() });
  refresh();
});

export const grantRoleAction = staffAction(staffRoleInput, async (ctx, input) => {
  await grantRole(ctx, input);
  refresh();
});

export const endRoleAction = staffAction(staffRoleInput, async (ctx, input) => {
  await endRole(ctx, input);
  refresh();
});

export const publishTextsAction = staffAction(publishTextsInput, async (ctx, { publish }) => {
  await publishTexts(ctx, { publish: publish === "yes" });
  refresh();
});
