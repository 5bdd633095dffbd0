import { cookies } from "next/headers";
import { env } from "@/lib/env";

/** Browsers keep `__Host-` cookies only over https, and some of them not even on localhost without it. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return { name: secure ? "__Host-candor-session" : "candor-session", options };
}

export async function keepSession(session: { sessionToken: string; expiresAt: Date }): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, session.sessionToken, { ...options, expires: session.expiresAt });
}

export async function currentSession(): Promise<string | null> {
  return (await cookies()).get(sessionCookie().name)?.value ?? null;
}

/** Forgets the session of this browser and says which it was. */
export async function dropSession(): Promise<string | null> {
  const { name, options } = sessionCookie();
  const sessionToken = await currentSession();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  return sessionToken;
}
