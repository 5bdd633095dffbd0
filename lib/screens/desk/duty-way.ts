import type { DutyKind } from "@/lib/duties/rules";
import type { Meeting } from "@/lib/platforms/where-they-meet";

/** Whether another way is still to be agreed, of the duty to do so: null where that is not what it is about. */
export function dutyWay(kind: DutyKind, meets: Meeting | null): "to-agree" | "settled" | null {
  if (kind !== "agree-on-platform" || !meets) return null;
  return meets.toAgree ? "to-agree" : "settled";
}
