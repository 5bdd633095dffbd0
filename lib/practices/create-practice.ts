import { v7 as uuid } from "uuid";
import { auditHeads, practices } from "@/db/schema";
import { whyNotAddress } from "@/lib/address";
import { firstPrev } from "@/lib/audit/event-body";
import { recordEvent } from "@/lib/audit/record-event";
import { claimSlug } from "@/lib/auth/practice-slugs";
import { type StaffRole, type SystemContext, systemContext } from "@/lib/context";
import { whyNotDrawable } from "@/lib/documents/paper/fonts";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { cleanName, whyNotName } from "@/lib/typed-name";
import type { CreatePracticeInput } from "./input";
import { insertStaffMember } from "./insert-staff-member";
import { whyNotPractice } from "./rules";

/** Makes a practice with its address on the web, an empty trail and its first owner, or nothing at all. */
export async function createPractice(process: SystemContext["process"], input: CreatePracticeInput) {
  const refusal = whyNotPractice(input) ?? whyNotName(input.owner.name) ?? whyNotAddress(input.owner.email);
  if (refusal) throw new Refused(refusal);
  const undrawable = whyNotDrawable(input.name);
  if (undrawable) throw new Refused("name-not-drawable", undrawable);

  const id = uuid();
  const ctx = systemContext(id, process);
  return inPractice(ctx, async (tx, now) => {
    const { slug, timeZone, phone, crisisLine } = input;
    await claimSlug(tx, id, slug);
    const practice = { slug, name: cleanName(input.name), timeZone, phone, crisisLine, createdAt: now };
    await tx.insert(practices).values({ practiceId: id, id, ...practice });
    await tx
      .insert(auditHeads)
      .values({ practiceId: id, id: uuid(), size: 0, leaf: firstPrev, at: practice.createdAt });
    const roles: StaffRole[] = input.owner.treatsPatients ? ["owner", "therapist"] : ["owner"];
    const { staffId, userId } = await insertStaffMember(tx, ctx, { ...input.owner, roles }, now);

    await recordEvent(tx, ctx, { name: "practice.created" });
    await recordEvent(tx, ctx, { name: "staff.invited", staffId, roles });
    return { practiceId: id, slug, staffId, userId };
  });
}
