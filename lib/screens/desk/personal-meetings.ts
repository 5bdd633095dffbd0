import type { StaffContext } from "@/lib/context";
import { readPage } from "@/lib/in-practice";
import { whyNotMay } from "@/lib/roles";
import { listPersonalMeetings } from "@/lib/rooms/queries";

/** One's own personal meetings, each by its last letters alone; null for who assigns none. */
export async function personalMeetingsPage(ctx: StaffContext) {
  if (whyNotMay(ctx, "manage-rooms")) return null;
  return readPage(ctx, async (tx) =>
    (await listPersonalMeetings(tx, ctx)).map(({ id, key, notedAt }) => ({
      id,
      notedAt,
      ending: key.slice(-4),
    })),
  );
}
