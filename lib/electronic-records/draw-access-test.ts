import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { accessTestFiles } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { inPractice } from "@/lib/in-practice";
import { renderSample } from "@/lib/paper/sample";
import { getPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { sealValue } from "@/lib/sealed-value";
import { claim } from "@/lib/worker/claim";
import { filePlace } from "./open-sample";
import { findTest } from "./queries";
import { openDigits } from "./sealed-code";

/** Draws the sample of a test exactly once, in the patient's language; a killed worker leaves it to the next. */
export async function drawAccessTest(ctx: SystemContext, testId: string): Promise<"drawn" | "left"> {
  return inPractice(ctx, async (tx, now) => {
    if (!(await claim(tx, "access-test", testId))) return "left";
    const { practiceId } = ctx;
    const drawn = await tx
      .select({ id: accessTestFiles.id })
      .from(accessTestFiles)
      .where(and(eq(accessTestFiles.practiceId, practiceId), eq(accessTestFiles.testId, testId)));
    const test = await findTest(tx, ctx, testId);
    if (!test || drawn.length > 0) return "left";

    const { language } = await getPatient(tx, ctx, test.patientId);
    const { name, phone, timeZone } = await getPractice(tx, ctx);
    const digits = openDigits(ctx, test);
    const bytes = await renderSample({
      practice: { name, phone, timeZone },
      language,
      digits,
      at: test.begunAt,
    });
    const id = uuid();
    const sealed = sealValue(env().masterKey, filePlace(ctx, id), bytes);
    await tx.insert(accessTestFiles).values({ practiceId, id, testId, sealed, drawnAt: now });
    return "drawn";
  });
}
