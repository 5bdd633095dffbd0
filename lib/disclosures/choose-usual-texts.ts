import { v7 as uuid } from "uuid";
import { usualTextChoices } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { ChooseUsualTextsInput } from "./input";
import { listDisclosures } from "./queries";
import { whyNotUsual } from "./rules";
import { listUsualTexts } from "./usual-texts";

/** Says which texts a new patient is usually asked about: those, and no others. Nobody is asked by it. */
export async function chooseUsualTexts(ctx: StaffContext, { disclosureIds }: ChooseUsualTextsInput) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const disclosures = await listDisclosures(tx, ctx);
      const wanted = disclosures.filter(({ id }) => disclosureIds.includes(id));
      if (wanted.length < new Set(disclosureIds).size) throw new NotFound();
      const refusal = whyNotUsual(wanted);
      if (refusal) throw new Refused(refusal);

      const before = await listUsualTexts(tx, ctx);
      const changed = disclosures
        .map(({ id }) => ({ disclosureId: id, isUsual: disclosureIds.includes(id) }))
        .filter(({ disclosureId, isUsual }) => before.has(disclosureId) !== isUsual);
      if (changed.length === 0) return;
      const { practiceId, staffId: chosenBy } = ctx;
      await tx
        .insert(usualTextChoices)
        .values(changed.map((one) => ({ practiceId, id: uuid(), ...one, chosenAt: now, chosenBy })));
      await recordEvents(
        tx,
        ctx,
        changed.map(({ disclosureId, isUsual }) => {
          const kind = isUsual ? "usual" : "not-usual";
          return { name: "disclosure.usual-chosen", disclosureId, kind };
        }),
      );
    },
  );
}
