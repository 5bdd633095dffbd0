import { v7 as uuid } from "uuid";
import { disclosures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext, SystemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { audienceOf, type DisclosureKind } from "./kinds";

/** Begins a text family that says nothing yet; its key names it within the practice for good. */
export async function createDisclosure(
  ctx: StaffContext | SystemContext,
  input: { kind: DisclosureKind; key: string; position: number },
) {
  if (ctx.kind === "staff") mustMay(ctx, "publish-disclosures");
  return inPractice(ctx, async (tx, now) => {
    const audience = audienceOf[input.kind];
    const row = { practiceId: ctx.practiceId, id: uuid(), ...input, audience, createdAt: now };
    const created = await tx
      .insert(disclosures)
      .values({ ...row, createdBy: ctx.kind === "staff" ? ctx.staffId : null })
      .onConflictDoNothing({ target: [disclosures.practiceId, disclosures.key] })
      .returning({ id: disclosures.id });
    if (created.length === 0) throw new Refused("key-taken");

    await recordEvent(tx, ctx, { name: "disclosure.created", disclosureId: row.id, kind: input.kind });
    return row;
  });
}
