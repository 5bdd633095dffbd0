import { Refused } from "@/lib/errors";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { cleanName } from "@/lib/typed-name";
import type { ChangeSettingsInput } from "./input";
import { type SettingsRefusal, whyNotSettings } from "./rules";

/** What was typed about the practice as it is kept, or the refusal. */
export function practiceColumns({ name, phone, timeZone, crisisLine }: ChangeSettingsInput) {
  const columns = {
    name: cleanName(name),
    phone: phone.trim(),
    timeZone,
    crisisLine: { en: cleanName(crisisLine.en), es: cleanName(crisisLine.es) },
  };
  const refusal = whyNotSettings({ name, phone, timeZone, crisisLine });
  if (refusal) throw new Refused(refusal);
  mustBeDrawable(columns.name, "name-not-drawable");
  mustBeDrawable(columns.phone, "phone-malformed");
  for (const line of Object.values(columns.crisisLine)) mustBeDrawable(line, "crisis-line-not-drawable");
  return columns;
}

function mustBeDrawable(text: string, reason: SettingsRefusal): void {
  const undrawable = whyNotDrawable(text);
  if (undrawable) throw new Refused(reason, undrawable);
}
