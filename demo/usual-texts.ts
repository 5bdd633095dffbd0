import { chooseUsualTexts } from "@/lib/disclosures/choose-usual-texts";
import type { DemoEvent } from "./ways-to-meet";

const usual = ["electronic-records", "privacy-notice", "video-platform", "email-scheduling"];

/** What Harbor asks its new patients about, chosen the day after its texts came. */
export const harborUsualTexts: DemoEvent = {
  daysAgo: 299,
  act: ({ staff, disclosures }) =>
    chooseUsualTexts(staff.owner, { disclosureIds: usual.flatMap((key) => disclosures.get(key) ?? []) }),
};
