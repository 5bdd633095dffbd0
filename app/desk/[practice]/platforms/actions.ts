"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { movePracticeInput } from "@/lib/moves/input";
import { movePractice } from "@/lib/moves/move-practice";
import { addPlatform } from "@/lib/platforms/add-platform";
import { addPlatformInput, leavePlatformInput, noteFactInput, platformIdInput } from "@/lib/platforms/input";
import { leavePlatform } from "@/lib/platforms/leave-platform";
import { noteFact } from "@/lib/platforms/note-fact";
import { placeGroup } from "@/lib/platforms/place-group";
import { placePatient } from "@/lib/platforms/place-patient";
import { placeGroupInput, placePatientInput, setDefaultInput } from "@/lib/platforms/placing-input";
import { returnToPlatform } from "@/lib/platforms/return-to-platform";
import { setDefault } from "@/lib/platforms/set-default";

export const addPlatformAction = staffAction(
  addPlatformInput,
  async (ctx, input) => {
    const { id } = await addPlatform(ctx, input);
    refresh();
    return { id };
  },
  { fields: { "platform-already-listed": "name", "name-not-drawable": "name" } },
);

export const noteFactAction = staffAction(
  noteFactInput,
  async (ctx, input) => {
    await noteFact(ctx, input);
    refresh();
  },
  {
    fields: {
      "fact-value-unfit": "value",
      "fact-source-unfit": "source",
      "fact-opinion-of-nobody": "sourceName",
      "fact-in-future": "checkedOn",
      "fact-over-before-checked": "goodUntil",
      "day-years-away": "goodUntil",
      "text-not-drawable": "words.en",
    },
  },
);

export const leavePlatformAction = staffAction(leavePlatformInput, async (ctx, input) => {
  await leavePlatform(ctx, input);
  refresh();
});

export const returnToPlatformAction = staffAction(platformIdInput, async (ctx, input) => {
  await returnToPlatform(ctx, input);
  refresh();
});

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
