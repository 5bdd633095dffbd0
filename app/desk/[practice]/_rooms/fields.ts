import type { MeetingTakenRefusal } from "@/lib/rooms/rules";

/** What is wrong with a meeting stands beside it. */
export const meetingFields: Readonly<Record<MeetingTakenRefusal, string>> = {
  "meeting-of-someone-else": "meeting",
  "meeting-is-personal": "meeting",
  "personal-meeting-noted": "meeting",
};
