"use server";

import { z } from "zod";
import { publicAction } from "@/app/action";
import { currentSession } from "@/lib/auth/browser-session";
import { closeSession } from "@/lib/auth/close-session";
import { signedInUser } from "@/lib/auth/session";

/** Whether this very person is signed in; asking counts as being here. */
export const hereAction = publicAction(
  z.strictObject({ who: z.uuid() }),
  async (_, { who }) => (await signedInUser())?.id === who,
);

/** Ends the session and leaves the cookie: changing it would replace the page, and with it what was typed. */
export const lockAction = publicAction(z.strictObject({}), async () => {
  const sessionToken = await currentSession();
  if (sessionToken) await closeSession(sessionToken, "signed-out");
});
