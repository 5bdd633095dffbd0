import { type FarDayRefusal, whyNotSoFar } from "@/lib/coming-day";
import { isOpen, type WishAnswer, type WishState } from "./rules";

export const hindrances = [
  "no-agreement",
  "not-offered",
  "needs-picture",
  "not-private-enough",
  "law-or-insurer",
  "own-words",
] as const;

export type WishRefusal = "already-wanting" | "already-meeting-there" | "patient-archived-no-wish";

/** Why another way cannot be wished for, or proposed, now. */
export function whyNotWish(
  {
    isArchived,
    states,
    ofRecord,
  }: { isArchived: boolean; states: readonly WishState[]; ofRecord: string | null },
  platformId: string | null,
): WishRefusal | null {
  if (isArchived) return "patient-archived-no-wish";
  if (states.some(isOpen)) return "already-wanting";
  return platformId !== null && platformId === ofRecord ? "already-meeting-there" : null;
}

export type DaysRefusal =
  | "day-missing"
  | "trial-ends-before-it-begins"
  | "review-before-it-begins"
  | "begins-in-the-past"
  | FarDayRefusal;

type Days = {
  decision: WishAnswer["decision"];
  fromOn: string | null;
  trialUntil: string | null;
  reviewOn: string | null;
};

/** What is wrong with the days of a yes or a trial, and in which field. */
export function whyNotDays({ decision, fromOn, trialUntil, reviewOn }: Days): {
  field: "fromOn" | "trialUntil" | "reviewOn";
  reason: DaysRefusal;
} | null {
  if (decision !== "yes" && decision !== "trial") return null;
  if (!fromOn) return { field: "fromOn", reason: "day-missing" };
  if (decision === "trial" && !trialUntil) return { field: "trialUntil", reason: "day-missing" };
  if (decision === "trial" && trialUntil && trialUntil < fromOn)
    return { field: "trialUntil", reason: "trial-ends-before-it-begins" };
  return reviewOn && reviewOn < fromOn ? { field: "reviewOn", reason: "review-before-it-begins" } : null;
}

export function whyNotWhen(days: Omit<Days, "decision">, today: string): DaysRefusal | null {
  const { fromOn, trialUntil, reviewOn } = days;
  if (fromOn !== null && fromOn < today) return "begins-in-the-past";
  return whyNotSoFar([fromOn, trialUntil, reviewOn], today);
}

export type NextAppointmentRefusal =
  | "not-for-one-appointment"
  | "platform-left"
  | "already-meeting-there"
  | "patient-archived-no-wish";

/** Phone and in person need nobody's leave and no room, so they alone can be chosen for one appointment. */
export function whyNotNextAppointment(
  platform: { id: string; kind: "video" | "phone" | "in-person"; leftAt: Date | null },
  { isArchived, ofRecord }: { isArchived: boolean; ofRecord: string | null },
): NextAppointmentRefusal | null {
  if (isArchived) return "patient-archived-no-wish";
  if (platform.kind === "video") return "not-for-one-appointment";
  if (platform.leftAt) return "platform-left";
  return platform.id === ofRecord ? "already-meeting-there" : null;
}
