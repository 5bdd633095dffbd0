import { v7 as uuid } from "uuid";
import { witnessChoices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { chosenWitnesses } from "@/lib/audit/witnesses/queries";
import type { StaffContext } from "@/lib/context";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { wakeWorker } from "@/lib/worker/wake";
import { readWitness } from "@/verifier/trail/cosignature";
import { lockPractice } from "./queries";
import { isSameChoice, type WitnessChoice, whyNotWitnesses } from "./witness-rules";

/** Says who confirms the practice's history from outside, and how many of them have to; the history itself tells it. */
export async function chooseWitnesses(
  ctx: StaffContext,
  { witnesses: asked, quorum }: WitnessChoice,
  offered = env().witnesses,
) {
  mustMay(ctx, "change-settings");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const earlier = await chosenWitnesses(tx, ctx);
      const known = [...offered.map(({ verifierKey }) => verifierKey), ...earlier.witnesses];
      const witnesses = [...new Set(asked)].sort();
      const refusal = whyNotWitnesses({ witnesses, quorum }, known);
      if (refusal) throw new Refused(refusal);
      if (isSameChoice(earlier, { witnesses, quorum })) return;

      const { practiceId, staffId: chosenBy } = ctx;
      await tx
        .insert(witnessChoices)
        .values({ practiceId, id: uuid(), witnesses, quorum, chosenAt: now, chosenBy });
      await wakeWorker(tx);
      const keys = witnesses.flatMap((witness) => readWitness(witness)?.key ?? []);
      await recordEvent(tx, ctx, { name: "witnesses.chosen", witnesses: keys, quorum });
    },
  );
}
