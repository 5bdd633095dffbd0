"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { addSafeguard } from "@/lib/safeguards/add-safeguard";
import { addStarters } from "@/lib/safeguards/add-starters";
import { dropSafeguard } from "@/lib/safeguards/drop-safeguard";
import { addSafeguardInput, addStartersInput, safeguardIdInput } from "@/lib/safeguards/input";
import { takeUpSafeguard } from "@/lib/safeguards/take-up-safeguard";

export const addSafeguardAction = staffAction(addSafeguardInput, async (ctx, input) => {
  await addSafeguard(ctx, input);
  refresh();
});

export const addStartersAction = staffAction(addStartersInput, async (ctx, input) => {
  await addStarters(ctx, input);
  refresh();
});

export const dropSafeguardAction = staffAction(safeguardIdInput, async (ctx, input) => {
  await dropSafeguard(ctx, input);
  refresh();
});

export const takeUpSafeguardAction = staffAction(safeguardIdInput, async (ctx, input) => {
  await takeUpSafeguard(ctx, input);
  refresh();
});
