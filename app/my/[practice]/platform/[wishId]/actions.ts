"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { askName } from "@/app/my/_kit/ask-name";
import { stepAt } from "@/app/my/_kit/signing";
import { strokesOf } from "@/app/my/_kit/signing-input";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { acknowledgeTradeOff } from "@/lib/trade-offs/acknowledge-trade-off";
import { readFormInput } from "./input";

export const reviewTradeOffAction = patientAction(readFormInput, async (_ctx, input) =>
  stepAt("review", input),
);

export const rereadTradeOffAction = patientAction(readFormInput, async (_ctx, input) =>
  stepAt("read", input),
);

export const signTradeOffAction = patientAction(readFormInput, async (ctx, input, practice) => {
  const { wishId, language, textSha256, printedName, confirmedName } = input;
  const mark = strokesOf(input.mark);
  const signed = { wishId, language, textSha256, printedName, confirmedName, mark };
  try {
    const asks = await askName(() => acknowledgeTradeOff(ctx, signed));
    if (asks !== null) return { ...stepAt("review", input), asks };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === "trade-off-differs") redirect(`${routes.readTradeOff(practice, wishId)}?changed=1`);
    if (error.reason !== "wish-already-read") throw error;
  }
  redirect(routes.readTradeOff(practice, wishId));
});
