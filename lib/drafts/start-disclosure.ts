import { desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { disclosures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { audienceOf, type DisclosureKind } from "@/lib/disclosures/kinds";
import { starterFor } from "@/lib/drafts/starters/starter-for";
import { inPractice } from "@/lib/in-practice";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { insertDraft } from "./insert-draft";
import { freeKey } from "./rules";

/** Begins a text family of this kind, last in the list, with the draft of its first version. */
export async function startDisclosure(ctx: StaffContext, kind: DisclosureKind) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const { practiceId, staffId } = ctx;
      const others = await tx
        .select({ key: disclosures.key, position: disclosures.position })
        .from(disclosures)
        .where(eq(disclosures.practiceId, practiceId))
        .orderBy(desc(disclosures.position));
      const starter = starterFor(kind);
      const taken = others.map(({ key }) => key);
      const disclosureId = uuid();
      await tx.insert(disclosures).values({
        practiceId,
        id: disclosureId,
        kind,
        key: freeKey(starter.texts.en?.title ?? "", kind, taken),
        position: (others[0]?.position ?? 0) + 1,
        audience: audienceOf[kind],
        createdAt: now,
        createdBy: staffId,
      });
      const { draftId } = await insertDraft(tx, ctx, now, disclosureId, starter);

      await recordEvent(tx, ctx, { name: "disclosure.created", disclosureId, kind });
      await recordEvent(tx, ctx, { name: "disclosure.draft-begun", disclosureId, draftId });
      return { disclosureId };
    },
  );
}
