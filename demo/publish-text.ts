import { listRunningCampaigns } from "@/lib/campaigns/running-campaigns";
import { stopCampaign } from "@/lib/campaigns/stop-campaign";
import type { StaffContext } from "@/lib/context";
import { daysAfter } from "@/lib/dates";
import { drawOwedPreviews } from "@/lib/documents/draw-owed-previews";
import { askPreview } from "@/lib/drafts/ask-preview";
import { beginDraft } from "@/lib/drafts/begin-draft";
import { mustSay } from "@/lib/drafts/checks/must-say";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { partKey } from "@/lib/drafts/part-key";
import { reviewTranslation } from "@/lib/drafts/review-translation";
import { saveDraft } from "@/lib/drafts/save-draft";
import { startDisclosure } from "@/lib/drafts/start-disclosure";
import { draftSha256 } from "@/lib/drafts/version-of-draft";
import { readPractice } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { publishDraft } from "@/lib/publishing/publish-draft";
import type { DemoDisclosure, DemoVersion } from "./texts/demo-disclosure";

/** From which day a version is in force, and until which earlier answers count; null: they end with it. */
export type Days = { effectiveOn: string; earlierUntil: string | null };

/** Begins a text and publishes its first version, as somebody does who writes it; says which text it is. */
export async function publishFirst(
  owner: StaffContext,
  { kind }: DemoDisclosure,
  version: DemoVersion,
  day: string,
) {
  const { disclosureId } = await startDisclosure(owner, kind);
  await publish(owner, { disclosureId, kind }, version, { effectiveOn: day, earlierUntil: null });
  return disclosureId;
}

export async function publishNext(
  owner: StaffContext,
  text: { disclosureId: string; kind: DemoDisclosure["kind"] },
  version: DemoVersion,
  days: Days,
) {
  await beginDraft(owner, text.disclosureId);
  await publish(owner, text, version, days);
}

async function publish(
  owner: StaffContext,
  { disclosureId, kind }: { disclosureId: string; kind: DemoDisclosure["kind"] },
  version: DemoVersion,
  { effectiveOn, earlierUntil }: Days,
) {
  const content = draftOf(version);
  const { revision } = await saveDraft(owner, { disclosureId, revision: 1, content });
  const textSha256 = draftSha256(content, "es") ?? "";
  const reviewer = "Lucía Prado";
  await reviewTranslation(owner, { disclosureId, language: "es", textSha256, reviewer });
  for (const language of languages) await askPreview(owner, { disclosureId, language });
  await drawOwedPreviews(new AbortController().signal);
  const { en, es } = version.texts;
  const { versionId, asked } = await publishDraft(owner, {
    disclosureId,
    revision,
    change: version.change,
    effectiveOn,
    reviewBy: daysAfter(effectiveOn, 730),
    summaries: { en: en.changeSummary ?? "", es: es.changeSummary ?? "" },
    earlier: earlierUntil ? "until" : "end",
    earlierUntil,
    saidOtherwise: languages.flatMap((language) => mustSay(kind).map((part) => partKey(language, part))),
    leftOut: [],
    unread: [],
  });
  if (asked > 0) await stopAsking(owner, versionId);
}

/** Who is asked again, and when, the patients' own stories tell. */
async function stopAsking(owner: StaffContext, versionId: string) {
  const running = await readPractice(owner, (tx) => listRunningCampaigns(tx, owner));
  const campaign = running.find((one) => one.versionId === versionId);
  if (campaign) await stopCampaign(owner, { campaignId: campaign.id });
}

function draftOf({ texts, items }: DemoVersion): DraftContent {
  const written = ({ changeSummary: _, ...text }: DemoVersion["texts"]["en"]) => ({ ...text, sayAloud: "" });
  const unsaid = { leavesPractice: null, mostViewers: null, copyForPatient: null };
  return {
    texts: { en: written(texts.en), es: written(texts.es) },
    items: items.map((item) => ({ ...item, ...unsaid })),
    answersLastMonths: null,
  };
}
