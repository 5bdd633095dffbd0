import { v7 as uuid } from "uuid";
import { campaignHolders, campaignSkips, campaigns, requests } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { recordEvent } from "@/lib/audit/record-event";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import type { StaffContext } from "@/lib/context";
import { inPractice, readPractice } from "@/lib/in-practice";
import { type MadePractice, makeDisclosure, makePatient, makePractice, makeVersion } from "@/test/factories";
import type { VersionWords } from "@/test/factory-texts";

type Text = Awaited<ReturnType<typeof makeVersion>> & { disclosure: { id: string } };

/** A practice whose patients said yes to the first text of a disclosure. */
export async function makeHolders(
  count: number,
  kind: "recording-consent" | "platform-disclosure" = "recording-consent",
) {
  const made = await makePractice();
  const text = await makeDisclosure(made, { kind });
  const holders = [];
  for (let one = 0; one < count; one += 1) holders.push(await makeHolder(made, text));
  return { made, text, holders };
}

export async function makeHolder(made: MadePractice, text: Text) {
  const { patient, ctx } = await makePatient(made);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  const { answerId } = await answerRequest(ctx, answerTo(requestId, text));
  return { patient, ctx, requestId, answerId };
}

/** The next text of a disclosure, and a campaign about it whose time has come. */
export async function makeCampaign(
  made: MadePractice,
  disclosureId: string,
  patientIds: readonly string[],
  { leavesInMinutes = 0, ...version }: VersionWords & { leavesInMinutes?: number } = {},
) {
  const text = await makeVersion(made, disclosureId, version);
  const about = { disclosureId, versionId: text.version.id };
  const campaignId = await beginCampaign(made.owner, about, patientIds, leavesInMinutes);
  return { campaignId, text: { ...text, disclosure: { id: disclosureId } } };
}

/** Begins to ask these patients about a published text. */
export async function beginCampaign(
  ctx: StaffContext,
  about: { disclosureId: string; versionId: string },
  patientIds: readonly string[],
  leavesInMinutes = 0,
): Promise<string> {
  return inPractice(ctx, async (tx, now) => {
    const { practiceId, staffId: begunBy } = ctx;
    const id = uuid();
    const leavesAt = new Date(now.getTime() + leavesInMinutes * 60_000);
    await tx.insert(campaigns).values({ practiceId, id, ...about, begunAt: now, begunBy, leavesAt });
    const rows = patientIds.map((patientId) => ({ practiceId, id: uuid(), campaignId: id, patientId }));
    if (rows.length > 0) await tx.insert(campaignHolders).values(rows);
    await recordEvent(tx, ctx, { name: "campaign.begun", campaignId: id, ...about, holders: rows.length });
    return id;
  });
}

/** Everything a campaign left behind: whom it asked, whom it did not and why. */
export async function outcomeOf(made: MadePractice, campaignId: string) {
  return readPractice(made.system, async (tx) => {
    const asked = (await tx.select().from(requests)).filter((one) => one.campaignId === campaignId);
    const skipped = (await tx.select().from(campaignSkips)).filter((one) => one.campaignId === campaignId);
    return { asked, skipped };
  });
}
