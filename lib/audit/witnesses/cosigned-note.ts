import { sql } from "drizzle-orm";
import { checkpoints } from "@/db/schema";

/** A checkpoint's signed note with the lines of those who confirmed it, as tools for signed notes read it. */
export const cosignedNote = sql<string>`${checkpoints.note} || coalesce(
  (select string_agg(s.line, '' order by s.cosigned_at, s.witness) from cosignatures s
    where s.practice_id = ${checkpoints.practiceId} and s.checkpoint_id = ${checkpoints.id}), '')`;
