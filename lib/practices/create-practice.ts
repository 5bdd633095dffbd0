import { v7 as uuid } from "uuid";
import { auditHeads, practices } from "@/db/schema";
import { whyNotAddress } from "@/lib/address";
import { recordEvent } from "@/lib/audit/record-event";
import { claimSlug } from "@/lib/auth/practice-slugs";
import { type StaffRole, type SystemContext, systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { whyNotName } from "@/lib/typed-name";
import { firstPrev } from "@/verifier/trail/verify-trail";
import type { CreatePracticeInput } from "./input";
import { insertStaffMember } from "./insert-staff-member";
import { practiceColumns } from "./practice-columns";
import { whyNotSlug } from "./rules";

/** Makes a practice with its address on the web, an empty trail and its first owner, or nothing at all. */
export async function createPractice(process: SystemContext["process"], input: CreatePracticeInput) {
  const { slug, owner } = input;
  const refusal = whyNotSlug(slug) ?? whyNotName(owner.name) ?? whyNotAddress(owner.email);
  if (refusal) throw new Refused(refusal);
  const columns = practiceColumns(input);

  const id = uuid();
  const ctx = systemContext(id, process);
  return inPractice(ctx, async (tx, now) => {
    await claimSlug(tx, id, slug);
    await tx.insert(practices).values({ practiceId: id, id, slug, ...columns, createdAt: now });
    await tx.insert(auditHeads).values({ practiceId: id, id: uuid(), size: 0, leaf: firstPrev, at: now });
    const roles: StaffRole[] = owner.treatsPatients ? ["owner", "therapist"] : ["owner"];
    const { staffId, userId } = await insertStaffMember(tx, ctx, { ...owner, roles }, now);

    await recordEvent(tx, ctx, { name: "practice.created" });
    await recordEvent(tx, ctx, { name: "staff.invited", staffId, roles });
    return { practiceId: id, slug, staffId, userId };
  });
}
