import { systemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { findAsStaff } from "./person";
import { seeSession } from "./see-session";
import { sessionCookie } from "./session-cookie";

/** Who of a practice's staff sends these cookies, for our door: it knows of no framework that would read them. */
export async function staffOfCookies(cookies: string, slug: string): Promise<string | null> {
  const [, token] = new RegExp(`(?:^|; ?)${sessionCookie().name}=([\\w-]{1,200})`).exec(cookies) ?? [];
  const session = token ? await seeSession(token) : null;
  const practiceId = session?.belongs.find((one) => one.slug === slug)?.practiceId;
  if (!session || !practiceId) return null;
  const { userId, authentication, createdAt: authenticatedAt } = session;
  const arrival = { ip: null, userAgent: null, authentication, authenticatedAt };
  const staff = await readPractice(systemContext(practiceId, "web"), (tx) =>
    findAsStaff(tx, { userId, practiceId, arrival }),
  );
  return staff && userId;
}
