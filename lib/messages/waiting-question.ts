import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/in-practice";

/** Which question of a sitting waits for an answer, the one preferred if it does; null once none does. */
export async function findWaiting(
  tx: Tx,
  { practiceId, sittingId }: { practiceId: string; sittingId: string },
  preferred: string | null,
): Promise<string | null> {
  const [waiting] = await tx.execute<{ id: string }>(sql`
    select r.id from requests r
      left join answers a on a.practice_id = r.practice_id and a.request_id = r.id
      left join request_cancellations c on c.practice_id = r.practice_id and c.request_id = r.id
      left join request_declines d on d.practice_id = r.practice_id and d.request_id = r.id
      left join notice_endings e on e.practice_id = r.practice_id and e.request_id = r.id
     where r.practice_id = ${practiceId} and r.sitting_id = ${sittingId}
       and a.id is null and c.id is null and d.id is null and e.id is null
     order by r.id = ${preferred} desc, r.id
     limit 1`);
  return waiting?.id ?? null;
}
