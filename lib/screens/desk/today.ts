import { findUnsigned } from "@/lib/audit/try-signing";
import { findUnwitnessed } from "@/lib/audit/witnesses/queries";
import type { StaffContext } from "@/lib/context";
import { listOpenConversations } from "@/lib/conversations/queries";
import { today } from "@/lib/dates";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { listFailingSeals } from "@/lib/documents/failing-seals";
import { claimsInTexts } from "@/lib/drafts/claims";
import { listOpenDuties } from "@/lib/duties/queries";
import { isSettled } from "@/lib/duties/rules";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { patientsWithoutRoom, whatIsLeft } from "@/lib/moves/what-is-left";
import { listLockedEntries } from "@/lib/patients/locked-entries";
import { listUndelivered } from "@/lib/patients/undelivered";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { leavesQuietly } from "@/lib/requests/when-mail-leaves";
import { whyNotMay } from "@/lib/roles";
import { checksOwed, listClaims } from "@/lib/safeguards/claims";
import { countUnsealed } from "@/lib/sweeps/count-unsealed";
import { lowDisk } from "@/lib/sweeps/disk-space";
import { listRefusedMail } from "@/lib/sweeps/refused-mail";
import { textsToLookAt } from "@/lib/watch/texts-to-look-at";
import { waitingWishes } from "@/lib/wishes/list-wishes";
import { listRecentWithdrawals } from "@/lib/withdrawals/recent-withdrawals";
import { readBoard } from "./board";
import { linesOf } from "./today-lines";
import { peopleOfToday, treatingBy } from "./today-people";

const everybody = { filter: "all", search: "", sort: "name" } as const;

export async function todayPage(ctx: StaffContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const practice = await getPractice(tx, ctx);
    const { timeZone } = practice;
    const titles = await disclosureTitles(tx, ctx, language);
    const titled = <Row extends { disclosureId: string }>(rows: Row[]) =>
      rows.map((row) => ({ ...row, title: titles.get(row.disclosureId) ?? "" }));
    const { counts, total, meeting, people } = await readBoard(tx, ctx, everybody, language, now);
    const duties = (await listOpenDuties(tx, ctx)).filter((one) => !isSettled(one, meeting(one.patientId)));
    const treating = treatingBy(people, await listStaff(tx, ctx));
    const day = today(now, timeZone);
    const wishes = await waitingWishes(tx, ctx, now, language);
    const waiting = {
      undelivered: await listUndelivered(tx, ctx, now),
      refusedMail: await listRefusedMail(tx, ctx),
      failingSeals: await listFailingSeals(tx, ctx),
      lockedEntries: await listLockedEntries(tx, ctx),
      duties: titled(duties),
      conversations: (await listOpenConversations(tx, ctx)).map((one) => ({
        ...one,
        title: one.disclosureId === null ? null : (titles.get(one.disclosureId) ?? ""),
      })),
      wishes,
    };
    const lines = linesOf(waiting, (at) => today(at, timeZone), day);
    return {
      now,
      timeZone,
      quietUntil: leavesQuietly(now, practice),
      day,
      counts,
      patients: total,
      ...peopleOfToday(lines, ctx, treating),
      moveLeft: await whatIsLeft(tx, ctx, now, (to) => patientsWithoutRoom(tx, ctx, to, people, meeting)),
      takenBack: titled(await listRecentWithdrawals(tx, ctx, now, language)),
      mayCompleteDuties: whyNotMay(ctx, "complete-duties") === null,
      mayAsk: whyNotMay(ctx, "ask-patients") === null,
      mayConclude: whyNotMay(ctx, "conclude-conversations") === null,
      mayNoteNext: wishes.mayNoteNext,
      unsealed: await countUnsealed(tx, ctx, now),
      unsigned: whyNotMay(ctx, "export-trail") === null ? await findUnsigned(tx, ctx) : null,
      unwitnessed: whyNotMay(ctx, "export-trail") === null ? await findUnwitnessed(tx, ctx, now) : null,
      toLookAt:
        whyNotMay(ctx, "publish-disclosures") === null
          ? { ...(await textsToLookAt(tx, ctx, now)), titles }
          : null,
      toCheck: await claimsToCheck(tx, ctx, now, language),
      diskPercent: await lowDisk(),
    };
  });
}

/** Claims this person has to look at, an owner those of everybody, with the texts that say them. */
async function claimsToCheck(tx: Tx, ctx: StaffContext, now: Date, language: Language) {
  if (whyNotMay(ctx, "attest-safeguards")) return [];
  const ofEverybody = whyNotMay(ctx, "manage-safeguards") === null;
  const owed = checksOwed(await listClaims(tx, ctx, now), ctx, ofEverybody);
  if (owed.length === 0) return [];
  const titles = await disclosureTitles(tx, ctx, language);
  const inTexts = [...(await claimsInTexts(tx, ctx, now))];
  return owed.map(({ claim, accounts }) => ({
    id: claim.id,
    words: claim.claim[language],
    accounts,
    isOwn: accounts.some(({ staffId }) => staffId === ctx.staffId),
    texts: inTexts
      .filter(([, keys]) => keys.has(claim.key))
      .map(([id]) => ({ id, title: titles.get(id) ?? "" })),
  }));
}
