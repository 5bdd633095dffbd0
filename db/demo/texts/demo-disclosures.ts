import type { DemoDisclosure } from "@/db/demo/texts/demo-disclosure";
import { electronicRecords } from "@/db/demo/texts/electronic-records";
import { emailScheduling } from "@/db/demo/texts/email-scheduling";
import { privacyNotice } from "@/db/demo/texts/privacy-notice";
import { sessionRecording } from "@/db/demo/texts/session-recording";
import { videoPlatform } from "@/db/demo/texts/video-platform";
import { videoSharing } from "@/db/demo/texts/video-sharing";

/** In the order a new patient is asked. */
export const demoDisclosures: DemoDisclosure[] = [
  electronicRecords,
  privacyNotice,
  videoPlatform,
  sessionRecording,
  emailScheduling,
  videoSharing,
];
