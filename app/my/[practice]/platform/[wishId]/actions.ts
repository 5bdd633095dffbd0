"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { askName } from "@/app/my/_kit/ask-name";
import { stepAt } from "@/app/my/_kit/signing";
import { strokesOf } from "@/app/my/_kit/signing-input";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { acknowledgeTradeOff } from "@/lib/trade-offs/acknowledge-trade-off";
import { type ReadFormInput, readFormInput } from "./input";

export const reviewTradeOffAction = patientAction(readFormInput, async (_ctx, input) =>
  stepAt("review", input),
);

export const rereadTradeOffAction = patientAction(readFormInput, async (_ctx, input) =>
  stepAt("read", input),
);

export const signTradeOffAction = patientAction(readFormInput, sign);

/** What Enter presses; it says yes to no question about a name. */
export const enterTradeOffAction = patientAction(readFormInput, async (ctx, input, practice) =>
  input.step === "read" ? stepAt("review", input) : sign(ctx, { ...input, confirmedName: "" }, practice),
);

async function sign(ctx: PatientContext, input: ReadFormInput, practice: string) {
  const { wishId, language, textSha256, printedName, confirmedName } = input;
  const how = { mark: strokesOf(input.mark), rewritten: input.rewritten === "yes" };
  const signed = { wishId, language, textSha256, printedName, confirmedName, ...how };
  try {
    const asks = await askName(() => acknowledgeTradeOff(ctx, signed));
    if (asks !== null) return { ...stepAt("review", input), asks };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === "trade-off-differs") redirect(`${routes.readTradeOff(practice, wishId)}?changed=1`);
    if (error.reason !== "wish-already-read") throw error;
  }
  redirect(routes.readTradeOff(practice, wishId));
}
