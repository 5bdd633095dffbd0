"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { noteTroubleInput } from "@/lib/platforms/input";
import { noteTrouble } from "@/lib/platforms/note-trouble";

export const noteTroubleAction = staffAction(noteTroubleInput, async (ctx, input) => {
  await noteTrouble(ctx, input);
  refresh();
});
