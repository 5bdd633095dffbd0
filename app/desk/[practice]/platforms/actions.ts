"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/lib/actions";
import { addPlatform } from "@/lib/platforms/add-platform";
import { addPlatformInput, leavePlatformInput, noteFactInput, platformIdInput } from "@/lib/platforms/input";
import { leavePlatform } from "@/lib/platforms/leave-platform";
import { noteFact } from "@/lib/platforms/note-fact";
import { returnToPlatform } from "@/lib/platforms/return-to-platform";
import { besideField } from "./beside-field";

export const addPlatformAction = staffAction(addPlatformInput, async (ctx, input) => {
  const added = await besideField(addPlatform(ctx, input));
  refresh();
  return added;
});

export const noteFactAction = staffAction(noteFactInput, async (ctx, input) => {
  const noted = await besideField(noteFact(ctx, input));
  refresh();
  return noted;
});

export const leavePlatformAction = staffAction(leavePlatformInput, async (ctx, input) => {
  await leavePlatform(ctx, input);
  refresh();
});

export const returnToPlatformAction = staffAction(platformIdInput, async (ctx, input) => {
  await returnToPlatform(ctx, input);
  refresh();
});
