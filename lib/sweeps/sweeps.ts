import { signOwedCheckpoints } from "@/lib/audit/sign-owed-checkpoints";
import { showOwedCheckpoints } from "@/lib/audit/witnesses/show-checkpoint";
import { forgetOldSignIns } from "@/lib/auth/forget-old-sign-ins";
import { askDueCampaigns } from "@/lib/campaigns/ask-campaign";
import { drawOwedPreviews } from "@/lib/documents/draw-owed-previews";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { drawOwedTests } from "@/lib/electronic-records/draw-owed-tests";
import { sendOwedMessages, sendSignInMails } from "@/lib/messages/send-owed-messages";
import { remindDueSittings } from "@/lib/requests/remind";
import { renewDueAnswers } from "@/lib/requests/renew";
import { checkWorkList } from "./check-work-list";
import { oweCopyMails } from "./owe-copy-mails";

/** Does some of what is missing, and says how much; it is called again at once until that is nothing. */
export type Sweep = {
  name: string;
  run(signal: AbortSignal): Promise<number>;
  /** Milliseconds between two looks, for what is never urgent; all else is looked for whenever somebody calls. */
  every?: number;
};

export const sweeps: readonly Sweep[] = [
  { name: "seal documents", run: sealOwedDocuments },
  { name: "draw previews", run: drawOwedPreviews },
  { name: "draw samples", run: drawOwedTests },
  { name: "send sign-in mails", run: (signal) => sendSignInMails(signal) },
  { name: "send messages", run: (signal) => sendOwedMessages(signal) },
  { name: "ask for campaigns", run: askDueCampaigns },
  { name: "remind of questions", run: remindDueSittings, every: 60_000 },
  { name: "renew answers", run: renewDueAnswers, every: 600_000 },
  { name: "owe mails about copies", run: oweCopyMails, every: 60_000 },
  { name: "sign checkpoints", run: signOwedCheckpoints },
  { name: "show checkpoints to witnesses", run: showOwedCheckpoints },
  { name: "find what no list names", run: checkWorkList, every: 3_600_000 },
  {
    name: "forget old sign-ins",
    run: async (signal) => (signal.aborted ? 0 : forgetOldSignIns()),
    every: 3_600_000,
  },
];
