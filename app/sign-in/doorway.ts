import { cookies } from "next/headers";
import { z } from "zod";
import { keepLanguage } from "@/app/_i18n/keep-language";
import type { Opened } from "@/lib/auth/begin-session";
import { dropSession, keepSession } from "@/lib/auth/browser-session";
import { closeSession } from "@/lib/auth/close-session";
import type { CodeFor } from "@/lib/auth/redeem-code";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { routes } from "@/lib/routes";

const name = "candor-doorway";
const whose = z.union([
  z.strictObject({
    address: z
      .string()
      .max(300)
      .regex(/^[^\0]*$/),
  }),
  z.strictObject({ token: z.string().max(200) }),
]);

/** Remembers in this browser, until the mail would be too old, whose code will be typed: never in the address bar. */
export async function rememberWhose(who: CodeFor): Promise<void> {
  const { secure } = sessionCookie().options;
  const options = { httpOnly: true, sameSite: "lax", path: routes.signIn, maxAge: 15 * 60, secure } as const;
  (await cookies()).set(name, JSON.stringify(who), options);
}

export async function rememberedWhose(): Promise<CodeFor | null> {
  const kept = (await cookies()).get(name)?.value;
  if (!kept) return null;
  const parsed = whose.safeParse(asJson(kept));
  return parsed.success ? parsed.data : null;
}

/** Gives the browser its new session, in the person's language; whatever session it had before has ended. */
export async function comeIn(opened: Opened): Promise<void> {
  const before = await dropSession();
  if (before) await closeSession(before, "signed-out");
  await keepSession(opened);
  (await cookies()).set(name, "", { path: routes.signIn, maxAge: 0 });
  if (opened.language) await keepLanguage(opened.language);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
