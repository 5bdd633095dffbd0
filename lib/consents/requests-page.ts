import { and, inArray } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { readPractice, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { folded } from "@/lib/patients/folded";
import { visiblePatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { isOverdue } from "./board";
import { listOpenRequests, type OpenRequest } from "./open-requests";

export const requestFilters = [
  "all",
  "overdue",
  "in-the-room",
  "not-opened",
  "opened",
  "talk-first",
] as const;
export type RequestFilter = (typeof requestFilters)[number];
export type RequestsAsked = { filter: RequestFilter; search: string; page: number };

const rowsOnPage = 50;

/** The questions that wait for an answer, the longest wait first. */
export async function requestsPage(ctx: StaffContext, asked: RequestsAsked, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const day = today(now, timeZone);
    const titles = await disclosureTitles(tx, ctx, language);
    const open = await withPatients(tx, ctx, await listOpenRequests(tx, ctx));
    const shown = open.map(({ request, patient }) => ({
      ...request,
      patient,
      title: titles.get(request.disclosureId) ?? "",
      overdue: isOverdue(request, { hasEmail: patient.email !== null }, day),
    }));
    const words = folded(asked.search).split(/\s+/).filter(Boolean);
    const searched = shown.filter(({ patient, title }) => {
      const text = folded(`${patient.legalName} ${patient.calledName} ${title}`);
      return words.every((word) => text.includes(word));
    });
    const counts = Object.fromEntries(
      requestFilters.map((filter) => [filter, searched.filter((one) => isWanted(one, filter)).length]),
    );
    const matching = searched.filter((one) => isWanted(one, asked.filter));
    const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
    const page = Math.min(Math.max(1, asked.page), pages);
    const rows = matching.slice((page - 1) * rowsOnPage, page * rowsOnPage);
    return { timeZone, rows, counts, matches: matching.length, total: open.length, page, pages };
  });
}

type ShownRequest = OpenRequest & { overdue: boolean; patient: { email: string | null } };

function isWanted(request: ShownRequest, filter: RequestFilter): boolean {
  const isUnread = request.openedAt === null && request.talkFirstSince === null;
  switch (filter) {
    case "all":
      return true;
    case "overdue":
      return request.overdue;
    case "talk-first":
      return request.talkFirstSince !== null;
    case "opened":
      return request.openedAt !== null && request.talkFirstSince === null;
    case "in-the-room":
      return isUnread && request.patient.email === null;
    case "not-opened":
      return isUnread && request.patient.email !== null;
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
