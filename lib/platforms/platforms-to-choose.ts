import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import type { ListedPlatform } from "./queries";
import { whyNotPlaceOn } from "./rules";

/** Of those listed, what somebody could be put on today. */
export async function platformsToChoose(tx: Tx, ctx: Context, listed: readonly ListedPlatform[], now: Date) {
  const practice = await getPractice(tx, ctx);
  const day = today(now, practice.timeZone);
  return listed
    .filter((one) => whyNotPlaceOn(one, practice, day) === null)
    .map(({ id, kind, name }) => ({ id, kind, name }));
}
