import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { listPlatforms } from "./queries";
import { whyNotPlaceOn } from "./rules";

/** What somebody could be put on today. */
export async function platformsToChoose(tx: Tx, ctx: Context, now: Date) {
  const practice = await getPractice(tx, ctx);
  const day = today(now, practice.timeZone);
  const listed = await listPlatforms(tx, ctx);
  return listed
    .filter((one) => whyNotPlaceOn(one, practice, day) === null)
    .map(({ id, kind, name }) => ({ id, kind, name }));
}
