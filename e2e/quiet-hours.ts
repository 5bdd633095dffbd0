import { changeAsking } from "@/lib/practices/change-asking";
import type { StoryPractice } from "./practices";

const usual = { reminderDays: 7, mostReminders: 3, renewalDays: 30, recordingAfterMeeting: true };

/** Mail leaves at any hour. */
export async function withoutQuietHours(practice: StoryPractice, { stopMinutes = 10 } = {}) {
  await changeAsking(practice.staff.owner, { ...usual, stopMinutes, quietFrom: "", quietUntil: "" });
}

/** It is quiet from an hour ago, and for so many hours more. */
export async function inQuietHours(practice: StoryPractice, hours = 3) {
  const at = (from: number) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "America/Los_Angeles", timeStyle: "short" }).format(
      Date.now() + from * 3_600_000,
    );
  await changeAsking(practice.staff.owner, {
    ...usual,
    stopMinutes: 10,
    quietFrom: at(-1),
    quietUntil: at(hours),
  });
}
