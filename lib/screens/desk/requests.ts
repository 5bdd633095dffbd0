import { and, inArray } from "drizzle-orm";
import { patients } from "@/db/schema";
import { listRunningCampaigns } from "@/lib/campaigns/running-campaigns";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { disclosureTitles, listDisclosures } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import { recordsStates } from "@/lib/electronic-records/records-state";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { textMatcher } from "@/lib/patients/fold-text";
import { visiblePatients } from "@/lib/patients/queries";
import { listUndelivered } from "@/lib/patients/undelivered";
import { getPractice } from "@/lib/practices/queries";
import { listOpenRequests, type OpenRequest } from "@/lib/requests/open-requests";
import { listWaitingAskings } from "@/lib/requests/waiting-askings";
import { leavesQuietly } from "@/lib/requests/when-mail-leaves";
import { whyNotMay } from "@/lib/roles";
import { isOverdue } from "./board-rows";

export const requestFilters = [
  "all",
  "overdue",
  "in-the-room",
  "on-paper",
  "not-opened",
  "opened",
  "talk-first",
  "not-delivered",
  "asked-not-to",
] as const;
export type RequestFilter = (typeof requestFilters)[number];
export type RequestsParams = { filter: RequestFilter; search: string; page: number };

const rowsOnPage = 50;

/** The questions that wait for an answer, the longest wait first. */
export async function requestsPage(ctx: StaffContext, params: RequestsParams, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const practice = await getPractice(tx, ctx);
    const { timeZone } = practice;
    const day = today(now, timeZone);
    const titles = await disclosureTitles(tx, ctx, language);
    const waiting = await listOpenRequests(tx, ctx);
    const isOnPaper = await onPaperAmong(tx, ctx, waiting, now);
    const open = await withPatients(tx, ctx, waiting);
    const unreached = new Set((await listUndelivered(tx, ctx, now)).map(({ patientId }) => patientId));
    const shown = open.map(({ request, patient }) => {
      const onPaper = isOnPaper(request);
      const rests = request.declinedAt !== null;
      return {
        ...request,
        patient,
        title: titles.get(request.disclosureId) ?? "",
        onPaper,
        undelivered: unreached.has(request.patientId) && !rests,
        overdue: !onPaper && !rests && isOverdue(request, { hasEmail: patient.email !== null }, day),
      };
    });
    const isFound = textMatcher(params.search);
    const searched = shown.filter(({ patient, title }) =>
      isFound(`${patient.legalName} ${patient.calledName} ${title}`),
    );
    const counts = Object.fromEntries(
      requestFilters.map((filter) => [filter, searched.filter((one) => isWanted(one, filter)).length]),
    );
    const matching = searched.filter((one) => isWanted(one, params.filter));
    const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
    const page = Math.min(Math.max(1, params.page), pages);
    const rows = matching.slice((page - 1) * rowsOnPage, page * rowsOnPage);
    const mayAsk = whyNotMay(ctx, "ask-patients") === null;
    const leaving = mayAsk ? await listWaitingAskings(tx, ctx, now) : [];
    const campaigns = (await listRunningCampaigns(tx, ctx)).map((one) => {
      return { ...one, title: titles.get(one.disclosureId) ?? "" };
    });
    return {
      timeZone,
      quietUntil: leavesQuietly(now, practice),
      leaving,
      campaigns,
      rows,
      counts,
      matches: matching.length,
      total: open.length,
      page,
      pages,
    };
  });
}

/** Which open questions are put on paper: the law wants the text in writing, and a screen does not do for this patient. */
async function onPaperAmong(tx: Tx, ctx: StaffContext, open: readonly OpenRequest[], now: Date) {
  const disclosures = await listDisclosures(tx, ctx);
  const written = new Set(disclosures.filter(({ kind }) => needsWriting(kind)).map(({ id }) => id));
  const ofWriting = open.filter(({ disclosureId }) => written.has(disclosureId));
  const patientIds = [...new Set(ofWriting.map(({ patientId }) => patientId))];
  const requests = await listRequestFacts(tx, ctx, patientIds);
  const standingOf = await recordsStates(tx, ctx, { patientIds, disclosures, requests }, now);
  const onPaper = new Set(ofWriting.filter((one) => standingOf(one.patientId).route === "paper"));
  return (request: OpenRequest) => onPaper.has(request);
}

type ShownRequest = OpenRequest & {
  onPaper: boolean;
  overdue: boolean;
  undelivered: boolean;
  patient: { email: string | null };
};

function isWanted(request: ShownRequest, filter: RequestFilter): boolean {
  const { declinedAt, undelivered } = request;
  const rests = request.talkFirstSince !== null || declinedAt !== null;
  if (filter === "on-paper") return request.onPaper && !rests;
  if (request.onPaper && (filter === "in-the-room" || filter === "opened" || filter === "not-opened"))
    return false;
  const isUnread = request.openedAt === null && !rests;
  switch (filter) {
    case "all":
      return true;
    case "asked-not-to":
      return declinedAt !== null;
    case "not-delivered":
      return undelivered;
    case "overdue":
      return request.overdue;
    case "talk-first":
      return request.talkFirstSince !== null && !declinedAt;
    case "opened":
      return request.openedAt !== null && !rests;
    case "in-the-room":
      return isUnread && request.patient.email === null;
    case "not-opened":
      return isUnread && request.patient.email !== null && !undelivered;
  }
}

async function withPatients(tx: Tx, ctx: StaffContext, open: OpenRequest[]) {
  const ids = [...new Set(open.map(({ patientId }) => patientId))];
  if (ids.length === 0) return [];
  const { id, legalName, calledName, phone, email } = patients;
  const rows = await tx
    .select({ id, legalName, calledName, phone, email })
    .from(patients)
    .where(and(visiblePatients(ctx, "see-patients"), inArray(id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return open.flatMap((request) => {
    const patient = byId.get(request.patientId);
    return patient ? [{ request, patient }] : [];
  });
}
