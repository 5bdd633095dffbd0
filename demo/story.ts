import type { Language } from "@/lib/languages";
import type { MailboxOwner } from "@/lib/patients/rules";
import type { DemoPlatform } from "./world";

/** What is said about how somebody meets. */
export type WishStep =
  | { what: "wished"; wish: DemoPlatform | "not-sure"; reason?: string; next?: "phone" | "in-person" }
  | { what: "proposed" | "agreed-to-try"; platform: DemoPlatform; trialDays: number }
  | { what: "not-possible"; hindrance: "no-agreement" | "not-offered" }
  | { what: "explained" | "signed-trade-off" }
  | { what: "had-trouble"; trouble: "could-not-get-in" | "sound-poor" };

/** What happened to a demo patient, in days before the demo is made. */
export type Step = { daysAgo: number } & (
  | WishStep
  | { what: "entered" | "archived" | "undelivered" | "opened-sample" | "missed-sample" }
  | { what: "asked"; keys: string[]; dueInDays: number | null }
  | { what: "opened" | "talk-first" | "cancelled"; key: string }
  | { what: "answered"; key: string; yes: "all" | string[] }
  | { what: "took-back"; key: string; uses: "all" | string[] }
  | { what: "talked"; outcome: "questions-answered" | "wants-time"; note: string }
  | { what: "viewed"; by: "therapist" | "office" | "owner" | "auditor" }
);

export type DemoPatient = {
  legalName: string;
  calledName: string;
  language: Language;
  email: string | null;
  mailboxOf?: MailboxOwner;
  phone: string | null;
  dateOfBirth: string;
  addedDaysAgo: number;
  story: Step[];
};

export const entered = (daysAgo: number): Step => ({ daysAgo, what: "entered" });
export const archived = (daysAgo: number): Step => ({ daysAgo, what: "archived" });
export const openedSample = (daysAgo: number): Step => ({ daysAgo, what: "opened-sample" });
/** Asked for a sample, and saw nothing in it. */
export const missedSample = (daysAgo: number): Step => ({ daysAgo, what: "missed-sample" });
export const undelivered = (daysAgo: number): Step => ({ daysAgo, what: "undelivered" });
export const opened = (daysAgo: number, key: string): Step => ({ daysAgo, what: "opened", key });
export const talkFirst = (daysAgo: number, key: string): Step => ({ daysAgo, what: "talk-first", key });
export const cancelled = (daysAgo: number, key: string): Step => ({ daysAgo, what: "cancelled", key });

export function asked(daysAgo: number, keys: string[], dueInDays: number | null = 7): Step {
  return { daysAgo, what: "asked", keys, dueInDays };
}

export function yes(daysAgo: number, key: string, uses: string[] = []): Step {
  return { daysAgo, what: "answered", key, yes: uses.length > 0 ? uses : "all" };
}

export function no(daysAgo: number, key: string): Step {
  return { daysAgo, what: "answered", key, yes: [] };
}

export function back(daysAgo: number, key: string, uses: "all" | string[] = "all"): Step {
  return { daysAgo, what: "took-back", key, uses };
}

export function viewed(daysAgo: number, by: "therapist" | "office" | "owner" | "auditor"): Step {
  return { daysAgo, what: "viewed", by };
}

export function talked(daysAgo: number, outcome: "questions-answered" | "wants-time", note: string): Step {
  return { daysAgo, what: "talked", outcome, note };
}

export function wish(daysAgo: number, step: WishStep): Step {
  return { daysAgo, ...step };
}
