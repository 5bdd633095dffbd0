import { v7 as uuid } from "uuid";
import { drafts } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { DraftContent } from "./draft-content";

/** Part of what begins one, which records it; the disclosure is held by then. */
export async function insertDraft(
  tx: Tx,
  ctx: StaffContext,
  now: Date,
  disclosureId: string,
  content: DraftContent,
) {
  const { practiceId, staffId } = ctx;
  const id = uuid();
  const begun = { begunAt: now, begunBy: staffId, savedAt: now, savedBy: staffId };
  await tx.insert(drafts).values({ practiceId, id, disclosureId, revision: 1, content, ...begun });
  return { draftId: id, revision: 1 };
}
