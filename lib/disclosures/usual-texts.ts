import { desc, eq } from "drizzle-orm";
import { usualTextChoices } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Which texts the practice chose as those a new patient is usually asked about. */
export async function listUsualTexts(tx: Tx, ctx: Context): Promise<Set<string>> {
  const { practiceId, disclosureId, isUsual, chosenAt, id } = usualTextChoices;
  const last = await tx
    .selectDistinctOn([disclosureId], { disclosureId, isUsual })
    .from(usualTextChoices)
    .where(eq(practiceId, ctx.practiceId))
    .orderBy(disclosureId, desc(chosenAt), desc(id));
  return new Set(last.flatMap((choice) => (choice.isUsual ? choice.disclosureId : [])));
}
