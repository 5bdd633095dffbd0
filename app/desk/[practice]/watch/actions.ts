"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { concludeWatchEntry } from "@/lib/watch/conclude-watch-entry";
import { concludeWatchEntryInput, noteWatchEntryInput } from "@/lib/watch/input";
import { noteWatchEntry } from "@/lib/watch/note-watch-entry";

export const noteWatchAction = staffAction(noteWatchEntryInput, async (ctx, input) => {
  await noteWatchEntry(ctx, input);
  refresh();
});

export const concludeWatchAction = staffAction(concludeWatchEntryInput, async (ctx, input) => {
  await concludeWatchEntry(ctx, input);
  refresh();
});
