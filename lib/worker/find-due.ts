import { sql } from "drizzle-orm";
import { lookAcross, settleAcross } from "@/lib/in-practice";

/** What a sweep looks for: functions of schema `work` that list, over every practice, what is due and nothing else of it. */
export type DueKind =
  | "unsealed"
  | "unsent"
  | "unsent_sign_ins"
  | "undrawn_previews"
  | "undrawn_tests"
  | "copies_untold"
  | "campaigns_due"
  | "renewals_due"
  | "reminders_due"
  | "checkpoints_due"
  | "cosignatures_due";

/** These note when what they looked at is to be looked at again, if nothing comes of it; the others write nothing. */
const neverUrgent: readonly DueKind[] = ["copies_untold", "renewals_due", "reminders_due"];

type Due = { practiceId: string; id: string };

export async function findDue(kind: DueKind, most: number): Promise<Due[]> {
  const due = sql`work.${sql.identifier(kind)}(${most})`;
  // A practice has one trail, so the practice is all there is to say about it.
  const rows = kind === "checkpoints_due" ? sql`(select practice_id, practice_id from ${due})` : due;
  const across = neverUrgent.includes(kind) ? settleAcross : lookAcross;
  return across(async (tx) => [
    ...(await tx.execute<Due>(
      sql`select practice_id as "practiceId", id from ${rows} as due (practice_id, id)`,
    )),
  ]);
}

export async function listPracticeIds(): Promise<string[]> {
  const rows = await lookAcross((tx) =>
    tx.execute<{ id: string }>(sql`select id from work.practice_ids() as id`),
  );
  return rows.map(({ id }) => id);
}

/** Whether it is about a day since everything there ever was was looked at. */
export async function isFullLookDue(): Promise<boolean> {
  const [row] = await lookAcross((tx) =>
    tx.execute<{ due: boolean }>(sql`select work.full_look_due() as due`),
  );
  return row?.due === true;
}

/** Looks at everything there ever was, and puts on the list what is owed and did not stand on it: so much of each kind. */
export async function oweMissing(): Promise<{ kind: string; found: number }[]> {
  return settleAcross(async (tx) => [
    ...(await tx.execute<{ kind: string; found: number }>(sql`select kind, found from work.owe_missing()`)),
  ]);
}
