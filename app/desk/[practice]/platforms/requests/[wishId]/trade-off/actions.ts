"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { noteExplainedInput } from "@/lib/trade-offs/input";
import { noteExplained } from "@/lib/trade-offs/note-explained";

export const noteExplainedAction = staffAction(noteExplainedInput, async (ctx, input) => {
  await noteExplained(ctx, input);
  refresh();
});
