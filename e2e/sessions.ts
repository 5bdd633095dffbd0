import type { BrowserContext } from "@playwright/test";
import { languageCookie } from "@/app/_i18n/language-cookie";
import { listHeldMemberships } from "@/lib/auth/memberships";
import { mintToken } from "@/lib/auth/mint-token";
import { redeemLink } from "@/lib/auth/redeem-link";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { systemContext } from "@/lib/context";
import { inPractice, inSignIn } from "@/lib/in-practice";
import { routes } from "@/lib/routes";

type Cookie = Awaited<ReturnType<BrowserContext["cookies"]>>[number];

/** Opens a session as the mailed link does, and gives its cookie to the browser. */
export async function openSessionIn(context: BrowserContext, email: string, slug: string): Promise<void> {
  await context.addCookies(await openSession(email, slug));
}

/** The cookies of a session that is opened as the mailed link does. */
export async function openSession(email: string, slug: string): Promise<Cookie[]> {
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
  const { hostname } = new URL(url);
  const kept = {
    domain: hostname,
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
  } as const;
  return [
    { ...kept, name: sessionCookie().name, value: opened.sessionToken },
    ...(opened.language ? [{ ...kept, name: languageCookie, value: opened.language, httpOnly: false }] : []),
  ];
}

export function isPatient(email: string): boolean {
  return email.endsWith("@patients.test");
}
