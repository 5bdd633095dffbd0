export type AskingRefusal =
  | "quiet-hours-half"
  | "quiet-hours-empty"
  | "time-malformed"
  | "number-out-of-range";

/** Days, numbers and minutes a practice may choose between. */
export const limits = {
  reminderDays: { least: 1, most: 60 },
  mostReminders: { least: 0, most: 5 },
  renewalDays: { least: 1, most: 180 },
  stopMinutes: { least: 0, most: 120 },
} as const;
type Limited = keyof typeof limits;

export type AskingSettings = Record<Limited, number> & {
  /** HH:MM; both empty where there are no quiet hours. */
  quietFrom: string;
  quietUntil: string;
  recordingAfterMeeting: boolean;
};

export function whyNotTimeOfDay(text: string): AskingRefusal | null {
  return text === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? null : "time-malformed";
}

export function whyNotQuietHours({
  quietFrom,
  quietUntil,
}: Pick<AskingSettings, "quietFrom" | "quietUntil">) {
  const malformed = whyNotTimeOfDay(quietFrom) ?? whyNotTimeOfDay(quietUntil);
  if (malformed) return malformed;
  if ((quietFrom === "") !== (quietUntil === "")) return "quiet-hours-half" satisfies AskingRefusal;
  return quietFrom !== "" && quietFrom === quietUntil ? ("quiet-hours-empty" satisfies AskingRefusal) : null;
}

export function whyNotAsking(settings: AskingSettings): AskingRefusal | null {
  const quiet = whyNotQuietHours(settings);
  if (quiet) return quiet;
  const isOutside = Object.entries(limits).some(([name, { least, most }]) => {
    const number = settings[asLimited(name)];
    return !Number.isInteger(number) || number < least || number > most;
  });
  return isOutside ? "number-out-of-range" : null;
}

/** Safe because only the keys of `limits` come here. */
function asLimited(name: string) {
  return name as Limited;
}

/** What is stored, as the form shows it: a time column has seconds, and none where there are no quiet hours. */
export function askingFacts(stored: {
  quietFrom: string | null;
  quietUntil: string | null;
  reminderDays: number;
  mostReminders: number;
  renewalDays: number;
  stopMinutes: number;
  recordingAfterMeeting: boolean;
}): AskingSettings {
  const { reminderDays, mostReminders, renewalDays, stopMinutes, recordingAfterMeeting } = stored;
  const hour = (time: string | null) => time?.slice(0, 5) ?? "";
  const quiet = { quietFrom: hour(stored.quietFrom), quietUntil: hour(stored.quietUntil) };
  return { ...quiet, reminderDays, mostReminders, renewalDays, stopMinutes, recordingAfterMeeting };
}

const settings = [
  "quietFrom",
  "quietUntil",
  "reminderDays",
  "mostReminders",
  "renewalDays",
  "stopMinutes",
  "recordingAfterMeeting",
] as const;

export function changedAsking(before: AskingSettings, after: AskingSettings) {
  return settings.filter((field) => before[field] !== after[field]);
}
