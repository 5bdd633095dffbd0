import type { StaffContext } from "@/lib/context";
import { readPage } from "@/lib/in-practice";
import { getPractice, getStaffMember } from "@/lib/practices/queries";
import { reach, whyNotMay } from "@/lib/roles";

/** What stands around every page of the desk. */
export async function deskFrame(ctx: StaffContext) {
  return readPage(ctx, async (tx) => {
    const { name, slug, timeZone } = await getPractice(tx, ctx);
    const member = await getStaffMember(tx, ctx, ctx.staffId);
    const may = {
      readDocuments: whyNotMay(ctx, "open-documents") === null,
      readTrail: whyNotMay(ctx, "read-trail") === null,
      ask: whyNotMay(ctx, "ask-patients") === null,
      seesAll: reach(ctx.roles, "see-patients") === "all",
    };
    return { practice: { name, slug, timeZone }, person: { name: member.name, roles: ctx.roles }, may };
  });
}
