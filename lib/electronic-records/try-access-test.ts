import { v7 as uuid } from "uuid";
import { accessTries } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import type { TryAccessTestInput } from "./input";
import { lockOwnTest, testFacts } from "./queries";
import { mostMisses } from "./records-route";
import { type TryRefusal, whyNotTry } from "./rules";
import { isSameDigits, openDigits, sealBrowser } from "./sealed-code";

/** Compares what was typed with the sample's digits. A miss is kept, so it is refused after the commit. */
export async function tryAccessTest(ctx: PatientContext, input: TryAccessTestInput) {
  const outcome = await inPractice(
    ctx,
    (tx) => lockOwnTest(tx, ctx, input.testId),
    async (tx, now, test): Promise<"passed" | TryRefusal> => {
      const facts = await testFacts(tx, ctx, test);
      if (facts.passedAt) return "passed";
      const refusal = whyNotTry(facts);
      if (refusal) return refusal;

      const passed = isSameDigits(input.digits, openDigits(ctx, test));
      const id = uuid();
      await tx.insert(accessTries).values({
        practiceId: ctx.practiceId,
        id,
        testId: test.id,
        passed,
        sealedBrowser: sealBrowser(ctx, id, true),
        triedAt: now,
      });
      const name = passed ? ("access-test.passed" as const) : ("access-test.missed" as const);
      await recordEvent(tx, ctx, { name, patient: test.patientId, testId: test.id });
      if (passed) return "passed";
      return facts.missed + 1 < mostMisses ? "digits-differ" : "access-test-over";
    },
  );
  if (outcome !== "passed") throw new Refused<TryRefusal>(outcome);
}
