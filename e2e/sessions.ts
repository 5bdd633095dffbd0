import type { BrowserContext } from "@playwright/test";
import { languageCookie } from "@/app/_i18n/language-cookie";
import { listHeldMemberships } from "@/lib/auth/memberships";
import { mintToken } from "@/lib/auth/mint-token";
import { redeemLink } from "@/lib/auth/redeem-link";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { systemContext } from "@/lib/context";
import { inPractice, inSignIn } from "@/lib/in-practice";
import { routes } from "@/lib/routes";

/** Opens a session as the mailed link does, and gives its cookie to the browser. */
export async function openSessionIn(context: BrowserContext, email: string, slug: string): Promise<void> {
  const held = await inSignIn((tx) => listHeldMemberships(tx, { email }));
  const mailbox = held.find((one) => one.slug === slug);
  if (!mailbox) throw new Error(`${email} is not known at ${slug}`);
  const { userId, practiceId } = mailbox;
  const landing = isPatient(email) ? routes.my(slug) : routes.desk(slug);
  const { url } = await inPractice(systemContext(practiceId, "demo"), (tx, now) =>
    mintToken(tx, now, { userId, practiceId, landing }),
  );
  const token = new URL(url).searchParams.get("token") ?? "";
  const opened = await redeemLink({ ip: null, userAgent: null }, { token });
  const { origin } = new URL(url);
  await context.addCookies([
    { name: sessionCookie().name, value: opened.sessionToken, url: origin, httpOnly: true, sameSite: "Lax" },
    ...(opened.language ? [{ name: languageCookie, value: opened.language, url: origin }] : []),
  ]);
}

export function isPatient(email: string): boolean {
  return email.endsWith("@patients.test");
}
