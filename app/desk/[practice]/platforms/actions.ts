"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/lib/actions";
import { movePracticeInput } from "@/lib/moves/input";
import { movePractice } from "@/lib/moves/move-practice";
import { placeGroup } from "@/lib/platforms/place-group";
import { placePatient } from "@/lib/platforms/place-patient";
import { placeGroupInput, placePatientInput, setDefaultInput } from "@/lib/platforms/placing-input";
import { setDefault } from "@/lib/platforms/set-default";

export const placePatientAction = staffAction(placePatientInput, async (ctx, input) => {
  await placePatient(ctx, input);
  refresh();
});

export const placeGroupAction = staffAction(placeGroupInput, async (ctx, input) => {
  await placeGroup(ctx, input);
  refresh();
});

export const setDefaultAction = staffAction(setDefaultInput, async (ctx, input) => {
  await setDefault(ctx, input);
  refresh();
});

export const movePracticeAction = staffAction(movePracticeInput, async (ctx, input) => {
  const { came, stayed } = await movePractice(ctx, input);
  return { came, stayed };
});
