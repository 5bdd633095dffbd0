import { lt } from "drizzle-orm";
import { authSessions, codeMisses, linkRequests } from "@/db/schema";
import { inSignIn } from "@/lib/in-practice";
import { keptAfter, later } from "./rules";

/** Deletes what is known of visitors only to let them in or to count them, 30 days after it last mattered. */
export async function forgetOldSignIns(): Promise<number> {
  return inSignIn(async (tx, now) => {
    const before = later(now, -keptAfter);
    const sessions = await tx
      .delete(authSessions)
      .where(lt(authSessions.expiresAt, before))
      .returning({ userId: authSessions.userId });
    const misses = await tx
      .delete(codeMisses)
      .where(lt(codeMisses.missedAt, before))
      .returning({ id: codeMisses.id });
    const requests = await tx
      .delete(linkRequests)
      .where(lt(linkRequests.requestedAt, before))
      .returning({ id: linkRequests.id });
    return sessions.length + misses.length + requests.length;
  });
}
