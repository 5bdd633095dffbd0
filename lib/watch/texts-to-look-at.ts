import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { listWatchEntries } from "./queries";
import { reviewOwed, watchStep } from "./rules";

/** Texts whose day to be looked at again has come, and changes outside from which something still follows. */
export async function textsToLookAt(tx: Tx, ctx: StaffContext, now: Date) {
  const { timeZone } = await getPractice(tx, ctx);
  const day = today(now, timeZone);
  const given = (await listDisclosures(tx, ctx)).filter(({ retiredAt }) => !retiredAt);
  const toReview = given.flatMap(({ id, versions }) => {
    const reviewBy = reviewOwed(versions, now, day);
    return reviewBy ? [{ disclosureId: id, reviewBy }] : [];
  });
  const outside = (await listWatchEntries(tx, ctx)).flatMap((entry) => {
    const texts = given
      .filter(({ id }) => entry.disclosureIds.includes(id))
      .flatMap(({ id, versions }) => {
        const step = watchStep(
          entry,
          versions.map(({ publishedAt }) => publishedAt),
        );
        return step ? [{ disclosureId: id, step }] : [];
      });
    const { id, subject, changedOn } = entry;
    return texts.length > 0 ? [{ id, subject, changedOn, isOpen: entry.conclusion === null, texts }] : [];
  });
  return { toReview, outside };
}
