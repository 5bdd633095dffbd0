"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { staffAction } from "@/app/action";
import { beginDraft } from "@/lib/drafts/begin-draft";
import { beginDraftInput, startDisclosureInput } from "@/lib/drafts/input";
import { startDisclosure } from "@/lib/drafts/start-disclosure";
import { routes } from "@/lib/routes";

const practice = z.string();

export const startDisclosureAction = staffAction(
  startDisclosureInput.extend({ practice }),
  async (ctx, input) => {
    const { disclosureId } = await startDisclosure(ctx, input.kind);
    redirect(routes.draft(input.practice, disclosureId));
  },
);

export const beginDraftAction = staffAction(beginDraftInput.extend({ practice }), async (ctx, input) => {
  await beginDraft(ctx, input.disclosureId);
  redirect(routes.draft(input.practice, input.disclosureId));
});
