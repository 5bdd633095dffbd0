"use server";

import { staffAction } from "@/lib/actions";
import { noteExplainedInput } from "@/lib/trade-offs/input";
import { noteExplained } from "@/lib/trade-offs/note-explained";

export const noteExplainedAction = staffAction(noteExplainedInput, noteExplained);
