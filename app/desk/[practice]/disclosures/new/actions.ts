"use server";

import { redirect } from "next/navigation";
import { staffAction } from "@/app/action";
import { beginDraft } from "@/lib/drafts/begin-draft";
import { beginDraftInput, startDisclosureInput } from "@/lib/drafts/input";
import { startDisclosure } from "@/lib/drafts/start-disclosure";
import { routes } from "@/lib/routes";

export const startDisclosureAction = staffAction(startDisclosureInput, async (ctx, { kind }, practice) => {
  const { disclosureId } = await startDisclosure(ctx, kind);
  redirect(routes.draft(practice, disclosureId));
});

export const beginDraftAction = staffAction(beginDraftInput, async (ctx, { disclosureId }, practice) => {
  await beginDraft(ctx, disclosureId);
  redirect(routes.draft(practice, disclosureId));
});
