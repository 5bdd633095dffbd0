import { cookies } from "next/headers";
import { sessionCookie } from "./session-cookie";

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
