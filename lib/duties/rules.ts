import type { DisclosureKind } from "@/lib/disclosures/kinds";

export const dutyKinds = [
  "stop-recording",
  "decide-recordings",
  "end-shares",
  "agree-on-platform",
  "stop-transcription",
  "tell-recipients",
  "stop-email",
  "use-paper",
  "stop-use",
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Calendar days of the practice until it is due; what has to stop has to stop by the next day: at night nobody is there. */
const daysUntilDue: Record<DutyKind, number> = {
  "stop-recording": 1,
  "decide-recordings": 7,
  "end-shares": 3,
  "agree-on-platform": 7,
  "stop-transcription": 1,
  "tell-recipients": 3,
  "stop-email": 1,
  "use-paper": 3,
  "stop-use": 1,
};

const kindsOf: Partial<Record<DisclosureKind, DutyKind[]>> = {
  "recording-consent": ["stop-recording", "decide-recordings"],
  "video-sharing-consent": ["end-shares"],
  "platform-disclosure": ["agree-on-platform"],
  "platform-trade-off": ["agree-on-platform"],
  "ai-transcription": ["stop-transcription"],
  authorization: ["tell-recipients"],
  "email-risk": ["stop-email"],
  "electronic-records-consent": ["use-paper"],
};

type TakenBack = {
  /** Other uses of the same answer stay allowed. */
  partly: boolean;
  /** The answer was to a text that is not in force yet: nothing was done on it. */
  upcoming: boolean;
};

export type DutyToDo = { kind: DutyKind; days: number };

/** What the practice has to do because of a withdrawal, and within how many days. */
export function dutiesOf(kind: DisclosureKind, { partly, upcoming }: TakenBack): DutyToDo[] {
  if (upcoming) return [];
  const whole = kindsOf[kind] ?? ["stop-use"];
  // Who may still be recorded for another use is: only that one use ends, and what was kept for it is decided on.
  const kinds = partly ? whole.map((one): DutyKind => (one === "stop-recording" ? "stop-use" : one)) : whole;
  return kinds.map((one) => ({ kind: one, days: daysUntilDue[one] }));
}

/**
 * The duty to agree on another way closes by itself, with what was agreed or said since. Of whom nothing was ever said
 * about where they meet, it is noted as done.
 */
export function isSettled(
  duty: { id: string; kind: DutyKind },
  meets: { toAgree: { dutyIds: readonly string[] } | null } | null,
): boolean {
  return duty.kind === "agree-on-platform" && meets !== null && !meets.toAgree?.dutyIds.includes(duty.id);
}

export type DutyRefusal = "duty-done" | "duty-over";

export function whyNotComplete(duty: { doneAt: Date | null; isOver: boolean }): DutyRefusal | null {
  if (duty.doneAt) return "duty-done";
  return duty.isOver ? "duty-over" : null;
}
