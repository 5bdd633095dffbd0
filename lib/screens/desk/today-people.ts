import type { StaffContext, StaffRole } from "@/lib/context";
import { reach } from "@/lib/roles";

type Line = {
  patientId: string;
  legalName: string;
  due: string | null;
  isAlarm?: boolean;
  isPractical?: boolean;
  ownerId?: string;
};
/** Who treats a patient; nobody does when they work here no longer. */
export type Treating = { treatingStaffId: string; treatingName: string; isTreated: boolean };

export function treatingBy(
  people: readonly { id: string; treatingStaffId: string }[],
  staff: readonly { id: string; name: string; roles: readonly StaffRole[] }[],
): (patientId: string) => Treating | null {
  const members = new Map(staff.map((one) => [one.id, one]));
  const treatedBy = new Map(people.map(({ id, treatingStaffId }) => [id, members.get(treatingStaffId)]));
  return (patientId) => {
    const member = treatedBy.get(patientId);
    if (!member) return null;
    const { id: treatingStaffId, name: treatingName, roles } = member;
    return { treatingStaffId, treatingName, isTreated: roles.includes("therapist") };
  };
}

/** What waits about one patient. */
export type TodayPerson<L extends Line> = {
  patientId: string;
  legalName: string;
  /** Said of who is a colleague's. */
  treatingName: string | null;
  lines: L[];
};

/**
 * One's own matters and those of colleagues, by patient, what did not arrive first and then what is due first. One's own
 * is what concerns the patients one treats, for the office what it can settle, and for an owner what else nobody would.
 */
export function peopleOfToday<L extends Line>(
  lines: readonly L[],
  ctx: Pick<StaffContext, "staffId" | "roles">,
  treating: (patientId: string) => Treating | null,
) {
  const seesOwnOnly = reach(ctx.roles, "see-patients") === "own";
  const isOwn = ({ patientId, ownerId, isPractical }: L) => {
    const who = treating(patientId);
    return (
      seesOwnOnly ||
      ctx.staffId === ownerId ||
      ctx.staffId === who?.treatingStaffId ||
      (isPractical && ctx.roles.includes("office")) ||
      (!who?.isTreated && ctx.roles.includes("owner"))
    );
  };
  const grouped = (some: readonly L[]): TodayPerson<L>[] =>
    [...Map.groupBy(some.toSorted(sooner), ({ patientId }) => patientId)].map(([patientId, own]) => ({
      patientId,
      legalName: own[0]?.legalName ?? "",
      lines: own,
      treatingName: treating(patientId)?.treatingName ?? null,
    }));
  return {
    mine: grouped(lines.filter(isOwn)),
    others: grouped(lines.filter((line) => !isOwn(line))),
  };
}

function sooner(a: Line, b: Line): number {
  return rank(a).localeCompare(rank(b), "en") || a.legalName.localeCompare(b.legalName, "en");
}

/** A day that was said comes before none. */
function rank({ isAlarm, due }: Line): string {
  return `${isAlarm ? 0 : 1} ${due ?? "9999"}`;
}
