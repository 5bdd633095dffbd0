"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { patientAction } from "@/app/action";
import { strokesOf } from "@/app/my/[practice]/requests/[requestId]/input";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { acknowledgeTradeOff } from "@/lib/trade-offs/acknowledge-trade-off";
import { type ReadStep, readFormInput } from "./input";

export const readAction = patientAction(readFormInput, async (ctx, input): Promise<ReadStep> => {
  const { press, practice, wishId, language, textSha256, printedName, confirmedName } = input;
  if (press !== "sign") return { step: press === "review" ? "review" : "read", printedName, asks: null };
  const mark = strokesOf(input.mark);
  try {
    await acknowledgeTradeOff(ctx, { wishId, language, textSha256, printedName, confirmedName, mark });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === "name-unknown") {
      const asks = (await getTranslations("refusals"))(error.reason, error.details);
      return { step: "review", printedName, asks };
    }
    if (error.reason === "trade-off-differs") redirect(`${routes.readTradeOff(practice, wishId)}?changed=1`);
    if (error.reason !== "wish-already-read") throw error;
  }
  redirect(routes.readTradeOff(practice, wishId));
});
