import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { campaignHolders, campaignSkips, messages, patients, requests } from "@/db/schema";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { newestMails } from "@/lib/messages/newest-mails";
import { visiblePatients } from "@/lib/patients/queries";
import { toPresentMailbox } from "@/lib/patients/refused-mailboxes";
import { holderState, type MailFacts } from "./holder-state";

const patience = 60 * 60_000;

/** Everybody a campaign is about whom this person may see, by name, with how far it has come. */
export async function listCampaignHolders(
  tx: Tx,
  ctx: StaffContext,
  campaign: { id: string; stoppedAt: Date | null },
  now: Date,
) {
  const { id: patientId, legalName, calledName, phone, email, language } = patients;
  const rows = await tx
    .select({
      patientId,
      legalName,
      calledName,
      phone,
      email,
      language,
      requestId: requests.id,
      sittingId: requests.sittingId,
      skip: campaignSkips.reason,
    })
    .from(campaignHolders)
    .innerJoin(
      patients,
      and(eq(patients.practiceId, campaignHolders.practiceId), eq(patientId, campaignHolders.patientId)),
    )
    .leftJoin(requests, ofHolder(requests))
    .leftJoin(campaignSkips, ofHolder(campaignSkips))
    .where(and(eq(campaignHolders.campaignId, campaign.id), visiblePatients(ctx, "see-patients")))
    .orderBy(sql`${legalName} collate "und-x-icu"`, asc(patientId));
  const facts = await listRequestFacts(tx, ctx, rows.length > 500 ? null : rows.map((row) => row.patientId));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const mails = await listMails(tx, ctx, campaign.id, now);
  return rows.map(({ requestId, sittingId, email: address, ...row }) => {
    const request = byId.get(requestId ?? "") ?? null;
    const mail = mails.get(sittingId ?? "") ?? null;
    const about = { skip: row.skip, request, mail, isStopped: campaign.stoppedAt !== null };
    const items = request?.answer?.items ?? [];
    return {
      ...row,
      state: holderState({ ...about, hasEmail: address !== null }),
      since:
        request?.answer?.answeredAt ?? request?.openedAt ?? mail?.deliveredAt ?? request?.askedAt ?? null,
      uses: items.length,
      yes: items.filter(({ answer }) => answer === "yes").length,
    };
  });
}

export type CampaignHolder = Awaited<ReturnType<typeof listCampaignHolders>>[number];

/** How the newest mail to the address in force about each sitting of a campaign went, by sitting. */
async function listMails(tx: Tx, ctx: StaffContext, campaignId: string, now: Date) {
  const sittings = tx
    .select({ id: requests.sittingId })
    .from(requests)
    .where(and(eq(requests.practiceId, ctx.practiceId), eq(requests.campaignId, campaignId)));
  const newest = and(inArray(messages.sittingId, sittings), toPresentMailbox(tx));
  const mails = await newestMails(tx, ctx, "sittingId", newest);
  return new Map(
    mails.map(({ sittingId, owedAt, notBefore, deliveredAt, failure }): [string, MailFacts] => {
      const isLate = failure !== null && (notBefore ?? owedAt).getTime() < now.getTime() - patience;
      return [sittingId ?? "", { deliveredAt, isRefused: failure === "refused", isLate }];
    }),
  );
}

function ofHolder(facts: typeof requests | typeof campaignSkips) {
  return and(
    eq(facts.practiceId, campaignHolders.practiceId),
    eq(facts.campaignId, campaignHolders.campaignId),
    eq(facts.patientId, campaignHolders.patientId),
  );
}
