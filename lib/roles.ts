import type { StaffContext, StaffRole } from "./context";
import { Refused } from "./errors";

/** "own" means the patients one treats. The same table stands in `docs/roles.md`; a test compares the two. */
export type Reach = "all" | "own" | "none";

const none = { owner: "none", therapist: "none", office: "none", auditor: "none" } as const;

export const abilities = {
  "see-patients": { ...none, owner: "all", therapist: "own", office: "all", auditor: "all" },
  "edit-patients": { ...none, owner: "all", therapist: "own", office: "all" },
  "make-entry-codes": { ...none, owner: "all", therapist: "own", office: "all" },
  "ask-patients": { ...none, owner: "all", therapist: "own", office: "all" },
  "see-conversations": { ...none, owner: "all", therapist: "own", office: "all", auditor: "all" },
  "read-conversation-notes": { ...none, owner: "all", therapist: "own", auditor: "all" },
  "conclude-conversations": { ...none, owner: "all", therapist: "own" },
  "open-documents": { ...none, owner: "all", therapist: "own", office: "all", auditor: "all" },
  "retry-sealing": { ...none, owner: "all", therapist: "own", office: "all" },
  "read-trail": { ...none, owner: "all", therapist: "own", office: "all", auditor: "all" },
  "export-trail": { ...none, owner: "all", auditor: "all" },
  "record-withdrawals": { ...none, owner: "all", therapist: "own", office: "all" },
  "complete-duties": { ...none, owner: "all", therapist: "own", office: "all" },
  "correct-answers": { ...none, owner: "all", therapist: "own" },
  "end-notices": { ...none, owner: "all", therapist: "own", office: "all" },
  "note-agreements": { ...none, owner: "all", therapist: "own", office: "all" },
  "read-reasons": { ...none, owner: "all", therapist: "own", auditor: "all" },
  "publish-disclosures": { ...none, owner: "all", therapist: "all" },
  watch: { ...none, owner: "all", therapist: "all" },
  "manage-platforms": { ...none, owner: "all", therapist: "all" },
  "place-patients": { ...none, owner: "all", therapist: "own" },
  "answer-wishes": { ...none, owner: "all", therapist: "own" },
  "note-appointments": { ...none, owner: "all", therapist: "own", office: "all" },
  "manage-rooms": { ...none, owner: "all", therapist: "own", office: "all" },
  "manage-groups": { ...none, owner: "all", therapist: "own", office: "all" },
  "manage-safeguards": { ...none, owner: "all" },
  "attest-safeguards": { ...none, owner: "all", therapist: "all" },
  "read-attestations": { ...none, owner: "all", therapist: "all", auditor: "all" },
  "manage-staff": { ...none, owner: "all" },
  "change-settings": { ...none, owner: "all" },
} satisfies Record<string, Record<StaffRole, Reach>>;

export type Ability = keyof typeof abilities;
export type RoleRefusal = "not-your-role";

/** The widest reach that any of the roles gives. */
export function reach(roles: readonly StaffRole[], ability: Ability): Reach {
  const reaches: Reach[] = roles.map((role) => abilities[ability][role]);
  if (reaches.includes("all")) return "all";
  return reaches.includes("own") ? "own" : "none";
}

export function whyNotMay(ctx: StaffContext, ability: Ability): RoleRefusal | null {
  return reach(ctx.roles, ability) === "none" ? "not-your-role" : null;
}

/** The others here who may do this for a patient whom `treatingId` treats. */
export function whoElseMay(
  open: readonly { staffId: string; role: StaffRole }[],
  ability: Ability,
  treatingId: string,
  oneselfId: string,
): string[] {
  const able = open.filter(({ staffId, role }) => {
    const reaches = abilities[ability][role];
    return reaches === "all" || (reaches === "own" && staffId === treatingId);
  });
  return [...new Set(able.map(({ staffId }) => staffId))].filter((staffId) => staffId !== oneselfId);
}

/** Refuses a staff member whose roles do not reach this at all; which patients it reaches is the query's business. */
export function mustMay(ctx: StaffContext, ability: Ability): void {
  const refusal = whyNotMay(ctx, ability);
  if (refusal) throw new Refused(refusal, { ability });
}

export type RoleLoss = "everything" | "other-patients" | "abilities";

/** What somebody loses with a role: all of it with the last, the sight of others' patients, or what the role may do. */
export function roleLoss(held: readonly StaffRole[], ended: StaffRole): RoleLoss {
  const left = held.filter((role) => role !== ended);
  if (left.length === 0) return "everything";
  const isNarrower = reach(held, "see-patients") === "all" && reach(left, "see-patients") !== "all";
  return isNarrower ? "other-patients" : "abilities";
}
