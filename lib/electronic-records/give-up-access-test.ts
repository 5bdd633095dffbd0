import { v7 as uuid } from "uuid";
import { accessTries } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { lockOwnTest, testFacts } from "./queries";
import { mostMisses } from "./records-route";
import { sealBrowser } from "./sealed-code";

/** "I see nothing": whoever has nothing to type has no try left to make, and gets paper or help in the room. */
export async function giveUpAccessTest(ctx: PatientContext, { testId }: { testId: string }) {
  await inPractice(
    ctx,
    (tx) => lockOwnTest(tx, ctx, testId),
    async (tx, now, test) => {
      const { missed, passedAt } = await testFacts(tx, ctx, test);
      if (passedAt || missed >= mostMisses) return;

      const left = Array.from({ length: mostMisses - missed }, () => uuid());
      await tx.insert(accessTries).values(
        left.map((id) => ({
          practiceId: ctx.practiceId,
          id,
          testId,
          passed: false,
          sealedBrowser: sealBrowser(ctx, id, false),
          triedAt: now,
        })),
      );
      await recordEvent(tx, ctx, { name: "access-test.missed", patient: test.patientId, testId });
    },
  );
}
