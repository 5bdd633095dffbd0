"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/app/action";
import { dropSession } from "@/lib/auth/browser-session";
import { closeSession } from "@/lib/auth/close-session";
import { redeemCodeInput, requestLinkInput, tokenInput } from "@/lib/auth/input";
import { redeemCode } from "@/lib/auth/redeem-code";
import { redeemLink } from "@/lib/auth/redeem-link";
import { requestLink } from "@/lib/auth/request-link";
import { sendFreshLink } from "@/lib/auth/send-fresh-link";
import { routes } from "@/lib/routes";
import { comeIn, rememberedWhose, rememberWhose } from "./doorway";

export const requestLinkAction = publicAction(requestLinkInput, async (visitor, input) => {
  await requestLink(visitor, input);
  await rememberWhose({ address: input.address });
  redirect(routes.signInCode);
});

export const freshLinkAction = publicAction(tokenInput, async (visitor, input) => {
  await sendFreshLink(visitor, input);
  await rememberWhose(input);
  redirect(routes.signInCode);
});

export const redeemLinkAction = publicAction(tokenInput, async (visitor, input) => {
  const opened = await redeemLink(visitor, input);
  await comeIn(opened);
  redirect(opened.landing);
});

export const redeemCodeAction = publicAction(redeemCodeInput, async (visitor, { address, code }) => {
  const whose = address === undefined ? await rememberedWhose() : { address };
  const opened = await redeemCode(visitor, whose ?? { address: "" }, code);
  await comeIn(opened);
  redirect(opened.landing);
});

export const signOutAction = publicAction(z.strictObject({}), async () => {
  const sessionToken = await dropSession();
  if (sessionToken) await closeSession(sessionToken, "signed-out");
  redirect(`${routes.signIn}?left=1`);
});
