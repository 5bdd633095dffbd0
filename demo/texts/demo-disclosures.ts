import type { DemoDisclosure } from "./demo-disclosure";
import { electronicRecords } from "./electronic-records";
import { emailScheduling } from "./email-scheduling";
import { privacyNotice } from "./privacy-notice";
import { sessionRecording } from "./session-recording";
import { videoPlatform } from "./video-platform";
import { videoSharing } from "./video-sharing";

/** In the order a new patient is asked. */
export const demoDisclosures: DemoDisclosure[] = [
  electronicRecords,
  privacyNotice,
  videoPlatform,
  sessionRecording,
  emailScheduling,
  videoSharing,
];
